// Explains a token: its claims, and the role that each pool would give for it.

import { append, badge, code, dateTime, facts, fill, h, linked } from './dom.js';
import { act, get, post } from './api.js';

let form, result, poolSelect;
let handedOver;

/** Opens this section with a token from elsewhere on the page. */
export function explain(token) {
  handedOver = token;
  if (location.hash === '#/token') update();
  else location.hash = '#/token';
}

export function open(view) {
  poolSelect = h('select', { name: 'identityPoolId' });
  form = h('form', { class: 'card', onsubmit: act(submit) },
    h('h1', {}, 'Which role does a token lead to?'),
    h('label', { class: 'field' }, 'A JSON Web Token, a session token, or the text of another login',
      h('textarea', { name: 'token', required: true, spellcheck: 'false', autocomplete: 'off' })),
    h('div', { class: 'fields' },
      h('label', { class: 'field' }, 'Pool', poolSelect),
      h('label', { class: 'field' }, 'Provider, if the token does not name it', h('input', { name: 'provider', placeholder: 'graph.facebook.com', autocomplete: 'off' })),
      h('label', { class: 'field' }, 'CustomRoleArn, if you send one', h('input', { name: 'customRoleArn', placeholder: 'arn:aws:iam::123456789012:role/name', autocomplete: 'off' }))),
    h('div', { class: 'actions' }, h('button', { class: 'primary' }, 'Explain'), h('span', { class: 'small muted' }, 'The checks are those of GetCredentialsForIdentity. Nothing is linked or issued.')));
  result = h('div', { role: 'region', 'aria-label': 'Explanation', 'aria-live': 'polite' });
  fill(view, h('div', { class: 'columns' }, form, result));
}

export async function update() {
  const chosen = poolSelect.value;
  const { pools } = await get('pools?limit=1000');
  fill(poolSelect, h('option', { value: '' }, 'Every pool that lists the provider'), pools.map(it => h('option', { value: it.id }, `${it.name} (${it.id})`)));
  poolSelect.value = pools.some(it => it.id === chosen) ? chosen : '';
  if (handedOver) {
    form.elements.token.value = handedOver.token;
    form.elements.provider.value = handedOver.provider ?? '';
    poolSelect.value = pools.some(it => it.id === handedOver.poolId) ? handedOver.poolId : '';
    handedOver = undefined;
    await act(submit)();
  }
}

async function submit() {
  const given = Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ''));
  fill(result);
  const it = await post('tokens/explain', given);
  fill(result,
    it.kind === 'sessionToken' && h('article', { class: 'card stack' }, h('h2', {}, 'Role'), h('p', {}, h('code', {}, it.claims.roleArn))),
    it.kind !== 'sessionToken' && it.pools.length === 0 && h('p', { class: 'card problem' }, 'No pool of this emulator lists the provider of this token.'),
    it.pools.map(verdict),
    h('article', { class: 'card stack' },
      h('div', { class: 'title' }, h('h2', {}, { jsonWebToken: 'JSON Web Token', sessionToken: 'Session token of the emulator', opaque: 'Opaque login' }[it.kind]),
        it.expiresAt && badge(it.isExpired ? 'expired' : 'not expired', it.isExpired ? 'error' : 'success')),
      it.expiresAt && facts([['Expires', dateTime(it.expiresAt)], it.claims?.iat && ['Issued', dateTime(new Date(it.claims.iat * 1000).toISOString())]]),
      it.claims ? code(JSON.stringify(it.claims)) : h('p', { class: 'muted' }, 'Only the provider could read it: its text stands for the user.'),
      it.header && h('details', {}, h('summary', {}, 'Header'), code(JSON.stringify(it.header)))));
}

function verdict(it) {
  const tags = Object.entries(it.principalTags);
  const card = h('article', { class: 'card stack' },
    h('div', { class: 'title' }, h('h2', {}, linked(it.poolId)), badge(it.isAccepted ? 'gets credentials' : 'refused', it.isAccepted ? 'success' : 'error')));
  append(card, [
    it.isAccepted
      ? h('p', {}, h('span', { class: 'label' }, 'Role'), h('br'), h('code', {}, it.roleArn))
      : h('p', { class: 'problem' }, h('strong', {}, it.errorCode), `: ${it.errorMessage}`),
    it.steps.length > 0 && h('div', {}, h('h3', {}, 'Why'), h('ol', { class: 'steps' }, it.steps.map(step => h('li', { class: step.isDecisive ? 'decisive' : '' }, step.text)))),
    h('p', { class: 'small' }, h('span', { class: 'label' }, 'Identity: '), it.identityId ? linked(it.identityId) : 'none yet, GetId would create or link one'),
    tags.length > 0 && h('p', {}, h('span', { class: 'label' }, 'Principal tags: '), tags.map(([key, value]) => [badge(`${key} = ${value}`, 'plain'), ' '])),
  ]);
  return card;
}
