// The live list of requests, and one request with its response side by side.

import { badge, code, copyButton, dateTime, duration, facts, fill, h, idLink, linked, plain, time } from './dom.js';
import { act, get, query, remove } from './api.js';
import { explain } from './token.js';

const marks = { success: '✓', error: '✕', lost: '⚡', pending: '…' };
const exchanges = new Map();
const rows = new Map();
let latest = 0;
let list, panes, detail, empty, count, filters;
let shown;

export const revision = () => latest;

export async function load() {
  const page = await get(query('requests', { limit: 1000 }));
  exchanges.clear();
  rows.clear();
  shown = undefined;
  for (const exchange of page.requests) exchanges.set(exchange.number, exchange);
  latest = page.revision;
  draw();
}

export function receive(exchange) {
  const isNew = !exchanges.has(exchange.number);
  exchanges.set(exchange.number, exchange);
  rows.delete(exchange.number);
  draw(isNew ? exchange.number : undefined);
}

/** Drops what the emulator no longer has. */
export function forget(oldest) {
  for (const number of exchanges.keys()) {
    if (number < oldest) {
      exchanges.delete(number);
      rows.delete(number);
    }
  }
  draw();
}

/** Shows the names of pools that were not known when their rows were made. A row stays in place, and the focus in it. */
export function rename() {
  for (const [number, item] of rows) item.querySelector('.what').textContent = plain(exchanges.get(number).summary);
}

export function open(view, health) {
  const change = () => draw();
  filters = {
    text: h('input', { type: 'search', class: 'grow', placeholder: 'Filter by any text', 'aria-label': 'Filter by any text', oninput: change }),
    outcome: h('select', { 'aria-label': 'Result', onchange: change },
      h('option', { value: '' }, 'All results'), h('option', { value: 'success' }, 'Successes'), h('option', { value: 'error' }, 'Errors')),
  };
  count = h('span', { class: 'small muted', role: 'status' });
  list = h('ol', { class: 'rows', 'aria-label': 'Requests, newest first' });
  empty = welcome(health);
  detail = h('section', { class: 'pane detail', tabindex: '-1', 'aria-label': 'Details' });
  panes = h('div', { class: 'panes' },
    h('section', { class: 'pane list', 'aria-label': 'Requests' },
      h('h1', { class: 'hidden' }, 'Requests'),
      h('div', { class: 'bar' }, filters.text, filters.outcome, h('button', { type: 'button', onclick: act(() => remove('requests')) }, 'Clear')),
      h('div', { class: 'bar' }, count),
      list),
    detail);
  fill(view, panes, empty);
  shown = undefined;
  draw();
}

export async function update(argument) {
  const number = Number(argument) || undefined;
  panes.classList.toggle('open', number !== undefined);
  mark(number);
  if (number === undefined) {
    fill(detail, exchanges.size > 0 && h('div', { class: 'card empty muted' }, h('p', {}, 'Choose a request to see what it did.')));
    shown = undefined;
    return;
  }
  const known = exchanges.get(number);
  const key = `${number} ${known?.outcome}`;
  if (shown === key) return;
  const found = await get(query(`requests/${number}`));
  shown = key;
  fill(detail, describe(found));
}

function draw(fresh) {
  if (!list) return;
  const wanted = filters.text.value.trim().toLowerCase();
  const visible = [...exchanges.values()]
    .filter(it => (!filters.outcome.value || it.outcome === filters.outcome.value || (filters.outcome.value === 'error' && it.outcome === 'lost'))
      && (!wanted || JSON.stringify(it).toLowerCase().includes(wanted)))
    .sort((a, b) => b.number - a.number);
  panes.hidden = exchanges.size === 0;
  empty.hidden = exchanges.size > 0;
  const all = exchanges.size === 1 ? '1 request' : `${exchanges.size} requests`;
  count.textContent = visible.length === exchanges.size ? `${all}, newest first` : `${visible.length} of ${all}`;
  const items = visible.map(it => {
    if (!rows.has(it.number)) rows.set(it.number, h('li', { class: it.number === fresh ? 'fresh' : '' }, row(it)));
    return rows.get(it.number);
  });
  // Rows that stay are left in place, so that the focus stays where it is.
  const keep = new Set(items);
  for (const item of [...list.children]) {
    if (!keep.has(item)) item.remove();
  }
  items.forEach((item, index) => {
    if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
  });
  mark(Number(location.hash.split('/')[2]) || undefined);
}

function mark(number) {
  for (const [key, item] of rows) {
    if (key === number) item.firstChild.setAttribute('aria-current', 'true');
    else item.firstChild.removeAttribute('aria-current');
  }
}

function row(it) {
  return h('a', { class: 'row', href: `#/requests/${it.number}` },
    h('span', { class: `dot ${it.outcome}`, role: 'img', 'aria-label': it.outcome }, marks[it.outcome]),
    h('span', { class: 'name' }, it.operation ?? 'Unknown operation'),
    time(it.time),
    h('span', { class: 'what' }, plain(it.summary)),
    h('span', { class: 'meta' },
      badge(it.signedBy ? `signed by ${it.signedBy}` : 'anonymous', 'plain'),
      it.errorCode && badge(it.errorCode, 'error'),
      it.faults.length > 0 && badge('fault', 'warn'),
      it.elapsedMilliseconds !== undefined && badge(duration(it.elapsedMilliseconds), 'plain')));
}

function describe({ exchange, request, response }) {
  return [
    h('a', { class: 'back', href: '#/requests' }, '← All requests'),
    h('article', { class: 'card stack' },
      h('div', { class: 'title' }, h('h1', {}, exchange.operation ?? 'Unknown operation'), badge(outcomeText(exchange), exchange.outcome),
        h('span', { class: 'muted small' }, `No. ${exchange.number}`)),
      h('p', { class: 'lead' }, linked(exchange.summary)),
      facts([
        ['Arrived', dateTime(exchange.time)],
        ['Took', exchange.elapsedMilliseconds === undefined ? 'not complete yet' : duration(exchange.elapsedMilliseconds)],
        ['Signed by', exchange.signedBy ? h('code', {}, exchange.signedBy) : 'nobody: the request is anonymous'],
        response && ['Request id', h('code', {}, find(response.headers, 'x-amzn-requestid') ?? '–'), 'wide'],
      ]),
      exchange.faults.length > 0 && h('p', { class: 'hint' }, `Injected: ${exchange.faults.join('; ')}.`),
      exchange.changes.length > 0 && h('div', {}, h('h2', {}, 'What changed'), h('ul', {}, exchange.changes.map(it => h('li', {}, changeText(it))))),
      tokens(exchange.number, request, response)),
    h('div', { class: 'sides' },
      message('Request', request, find(request.headers, 'x-amz-target') ?? ''),
      response
        ? message('Response', response, `Status ${exchange.status}`)
        : h('section', { class: 'card' }, h('h2', {}, 'Response'), h('p', { class: 'muted' }, exchange.summary))),
  ];
}

export function outcomeText(it) {
  return { success: `Success, ${it.status}`, error: it.errorCode ?? `Status ${it.status}`, lost: 'Connection lost', pending: 'Waiting' }[it.outcome];
}

export function changeText(change) {
  const user = change.login && [` the user “${change.login.user}” of `, h('code', {}, change.login.provider)];
  const identity = idLink(change.identityId);
  return {
    created: () => ['Created the identity ', identity, '.'],
    linked: () => ['Linked', user, ' to ', identity, '.'],
    unlinked: () => ['Unlinked', user, ' from ', identity, '.'],
    disabled: () => ['Disabled the identity ', identity, '.'],
    deleted: () => ['Deleted the identity ', h('code', {}, change.identityId), '.'],
  }[change.change]();
}

const find = (headers, name) => Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1];

function message(title, { headers, body }, first) {
  return h('section', { class: 'card stack' },
    h('div', { class: 'title' }, h('h2', {}, title), h('span', { class: 'muted small mono' }, first)),
    body ? code(body) : h('p', { class: 'muted' }, 'No body.'),
    h('details', {}, h('summary', {}, `${Object.keys(headers).length} headers`),
      h('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Headers' }, h('table', {}, h('tbody', {},
        Object.entries(headers).map(([name, value]) => h('tr', {}, h('th', { scope: 'row' }, name), h('td', { class: 'mono' }, value))))))));
}

/** Buttons that take a token of this exchange to the section that explains it. */
function tokens(number, request, response) {
  const parse = text => { try { return JSON.parse(text); } catch { return {}; } };
  const sent = parse(request.body);
  const got = parse(response?.body ?? '');
  const found = [
    ...Object.keys(sent?.Logins ?? {}).map(provider => [`Explain the login of ${provider}`, it => it.sent.Logins[provider], provider, sent.IdentityPoolId]),
    got?.Token && ['Explain the OpenID token', it => it.got.Token],
    got?.Credentials?.SessionToken && ['Explain the session token', it => it.got.Credentials.SessionToken],
  ].filter(Boolean);
  if (found.length === 0) return null;
  return h('div', { class: 'actions' }, found.map(([text, pick, provider, poolId]) => h('button', { type: 'button', class: 'small', onclick: act(async () => {
    const { request: full, response: back } = await get(`requests/${number}?secrets=true`);
    explain({ token: pick({ sent: parse(full.body), got: parse(back?.body ?? '') }), provider, poolId });
  }) }, text)));
}

function welcome(health) {
  const key = health.accessKeyIds[0] === 'AKIAIOSFODNN7EXAMPLE'
    ? 'export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE\nexport AWS_SECRET_ACCESS_KEY=wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n'
    : '';
  const command = `${key}export AWS_DEFAULT_REGION=${health.regions[0]}\naws cognito-identity create-identity-pool --identity-pool-name Demo \\\n  --allow-unauthenticated-identities --endpoint-url ${health.endpoint}`;
  return h('div', { class: 'card empty' },
    h('h1', {}, 'Waiting for the first request'),
    h('p', { class: 'muted' }, 'Every request to this emulator appears here as it arrives, with what it did. Try one:'),
    h('pre', { tabindex: '0' }, command),
    h('p', {}, copyButton(command)));
}
