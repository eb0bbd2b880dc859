// Pools with settings, roles and mappings; identities with their logins and history.

import { badge, dateTime, facts, fill, h, idLink, knowPools, linked, shortId } from './dom.js';
import { act, get, part, query } from './api.js';
import { changeText, outcomeText } from './requests.js';

let list, detail, panes, more;
let pages = 1;
let lastPool;

export function open(view) {
  list = h('ul', { class: 'rows', 'aria-label': 'Identity pools' });
  detail = h('section', { class: 'pane detail', tabindex: '-1', 'aria-label': 'Details' });
  more = h('div', { class: 'bar' });
  panes = h('div', { class: 'panes' }, h('section', { class: 'pane list' }, h('h1', { class: 'hidden' }, 'Identity pools'), list, more), detail);
  fill(view, panes);
}

export async function update(argument, name) {
  const { pools, nextToken } = await get('pools?limit=1000');
  knowPools(pools);
  panes.classList.toggle('open', argument !== '');
  let content;
  let selected = argument;
  if (name === 'identities') {
    const found = await get(query(`identities/${part(argument)}`));
    selected = found.identity?.poolId;
    content = identity(argument, found);
  } else if (argument !== '') {
    pages = lastPool === argument ? pages : 1;
    lastPool = argument;
    content = pool(await get(`pools/${part(argument)}`), await identities(argument));
  } else {
    content = h('div', { class: 'card empty muted' }, h('p', {}, pools.length > 0
      ? 'Choose a pool to see its settings, roles and identities.'
      : 'There are no identity pools. Create one with CreateIdentityPool, or bring some in under State.'));
  }
  fill(list, pools.map(it => h('li', {}, row(it, selected))));
  fill(more, nextToken && h('span', { class: 'muted small' }, 'Only the first 1,000 pools are listed.'));
  if (pools.length === 0) panes.classList.add('open');
  fill(detail, content);
}

function row(it, selected) {
  return h('a', { class: 'row two', href: `#/pools/${part(it.id)}`, 'aria-current': it.id === selected ? 'true' : null },
    h('span', { class: 'name' }, it.name),
    h('span', { class: 'side' }, it.identities === 1 ? '1 identity' : `${it.identities} identities`),
    h('span', { class: 'what mono' }, shortId(it.id)));
}

async function identities(poolId) {
  const all = [];
  let nextToken;
  for (let page = 0; page < pages; page++) {
    const result = await get(query(`pools/${part(poolId)}/identities`, { limit: 50, nextToken }));
    all.push(...result.identities);
    nextToken = result.nextToken;
    if (!nextToken) break;
  }
  return { all, nextToken };
}

const section = (title, ...children) => h('section', { class: 'card stack' }, h('h2', {}, title), children);
const none = text => h('p', { class: 'muted' }, text);
const yesNo = (value, yes, no) => badge(value ? yes : no, value ? 'success' : '');

function table(headings, rows) {
  return h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': headings.join(', ') }, h('table', {},
    h('thead', {}, h('tr', {}, headings.map(it => h('th', { scope: 'col' }, it)))),
    h('tbody', {}, rows.map(cells => h('tr', {}, cells.map(it => h('td', {}, it)))))));
}

function pool(it, { all, nextToken }) {
  const providers = [
    it.developerProviderName && ['Developer provider', h('code', {}, it.developerProviderName), ''],
    ...it.userPools.map(app => ['User pool', h('code', {}, app.providerName ?? ''), h('code', {}, app.clientId ?? '')]),
    ...Object.entries(it.supportedLoginProviders).map(([name, app]) => ['Social', h('code', {}, name), h('code', {}, app)]),
    ...it.openIdConnectProviderArns.map(arn => ['OpenID Connect', h('code', {}, arn), '']),
    ...it.samlProviderArns.map(arn => ['SAML', h('code', {}, arn), '']),
  ].filter(Boolean);
  const tags = Object.entries(it.tags);
  return [
    h('a', { class: 'back', href: '#/pools' }, '← All pools'),
    h('article', { class: 'card stack' },
      h('h1', {}, it.name),
      facts([
        ['Pool id', h('code', {}, it.id), 'wide'],
        ['ARN', h('code', {}, it.arn), 'wide'],
        ['Guests', yesNo(it.allowUnauthenticatedIdentities, 'allowed', 'not allowed')],
        ['Basic (classic) flow', yesNo(it.allowClassicFlow !== false, 'allowed', 'not allowed')],
        tags.length > 0 && ['Tags', tags.map(([key, value]) => [badge(`${key} = ${value}`, 'plain'), ' '])],
      ])),
    section('Identity providers', providers.length > 0 ? table(['Kind', 'Name or ARN', 'Application'], providers) : none('None: only guests can get an identity.')),
    section('Roles', Object.keys(it.roles).length > 0
      ? table(['For', 'Role'], Object.entries(it.roles).map(([kind, arn]) => [kind, h('code', {}, arn)]))
      : none('No roles are set, so GetCredentialsForIdentity fails. Set them with SetIdentityPoolRoles.')),
    Object.entries(it.roleMappings).map(([provider, mapping]) => section(
      `Role mapping of ${provider}`,
      h('p', {}, badge(mapping.type === 'Rules' ? 'by rules, the first match counts' : 'by the roles in the token', 'accent'), ' ',
        h('span', { class: 'muted small' }, mapping.ambiguousRoleResolution === 'Deny' ? 'If nothing matches: no credentials' : 'If nothing matches: the authenticated role')),
      mapping.rules && table(['No.', 'Claim', 'Match', 'Value', 'Role'],
        mapping.rules.map((rule, index) => [`${index + 1}`, h('code', {}, rule.claim), rule.matchType, h('code', {}, rule.value), h('code', {}, rule.roleArn)])))),
    Object.entries(it.principalTags).map(([provider, map]) => section(
      `Principal tags of ${provider}`, table(['Tag', 'Claim'], Object.entries(map).map(([tag, claim]) => [tag, h('code', {}, claim)])))),
    section(`Identities (${it.identities})`,
      all.length > 0 ? table(['Identity', 'State', 'Logins', 'Created'], all.map(one => [idLink(one.id), status(one), logins(one), dateTime(one.creationDate)])) : none('None yet.'),
      nextToken && h('button', { type: 'button', onclick: act(async () => { pages++; await update(it.id, 'pools'); }) }, 'Show more')),
  ];
}

const status = it => badge(it.status, { authenticated: 'success', disabled: 'error' }[it.status] ?? 'accent');
const logins = it => it.logins.length > 0 ? it.logins.map(login => h('div', {}, h('code', {}, login.provider), ` ${login.user}`)) : '–';

function identity(id, { identity: it, history }) {
  // An identity that is merely listed has nothing happen to it.
  const events = history.filter(one => one.operation !== 'ListIdentities');
  return [
    it && h('a', { class: 'back', href: `#/pools/${part(it.poolId)}` }, '← The pool'),
    h('article', { class: 'card stack' },
      h('div', { class: 'title' }, h('h1', {}, 'Identity'), it ? status(it) : badge('deleted', 'error')),
      facts([
        ['Identity id', h('code', {}, id), 'wide'],
        it && ['Pool', idLink(it.poolId)],
        it && ['Created', dateTime(it.creationDate)],
        it && ['Last change', dateTime(it.lastModifiedDate)],
        it && ['Linked logins', logins(it)],
      ])),
    section('What happened to it', events.length > 0
      ? h('ol', { class: 'timeline' }, events.map(event))
      : none('None of the recorded requests concerned this identity.')),
  ];
}

function event(it) {
  return h('li', { class: it.outcome },
    h('div', { class: 'small muted' }, dateTime(it.time), ' · ', h('a', { href: `#/requests/${it.number}` }, it.operation ?? 'Unknown operation'),
      it.outcome !== 'success' && [' ', badge(outcomeText(it), it.outcome)]),
    h('div', {}, linked(it.summary)),
    it.changes.filter(change => change.change !== 'created').map(change => h('div', { class: 'small' }, changeText(change))));
}
