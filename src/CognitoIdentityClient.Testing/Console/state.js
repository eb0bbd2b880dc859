import { fill, h, notify } from './dom.js';
import { act, post } from './api.js';

export function open(view) {
  const restore = h('input', { type: 'file', accept: '.json,application/json', required: true, name: 'file' });
  const seed = h('textarea', { name: 'seed', required: true, spellcheck: 'false' });
  seed.value = '{\n  "pools": [\n    { "name": "Demo", "identities": [ {} ] }\n  ]\n}';
  const reset = h('dialog', { 'aria-labelledby': 'reset-title', class: 'card' },
    h('h2', { id: 'reset-title' }, 'Delete everything?'),
    h('p', {}, 'All pools, identities, recorded requests and faults are deleted, and the clock follows the real time again.'),
    h('div', { class: 'actions' },
      h('button', { type: 'button', class: 'danger', onclick: act(async () => { await post('reset'); reset.close(); notify('The emulator is empty.'); }) }, 'Delete everything'),
      h('button', { type: 'button', onclick: () => reset.close() }, 'Cancel')));
  fill(view, h('h1', { class: 'hidden' }, 'State'), h('div', { class: 'columns' },
    h('section', { class: 'card stack' }, h('h2', {}, 'Export a snapshot'),
      h('p', { class: 'muted' }, 'All pools and identities, and the private key that signs the OpenID tokens of this emulator. Keep it with test data.'),
      h('div', { class: 'actions' }, h('a', { class: 'button', href: 'snapshot', download: 'cognito-identity-snapshot.json' }, 'Download the snapshot'))),
    h('section', { class: 'card stack' }, h('h2', {}, 'Restore a snapshot'),
      h('form', { onsubmit: act(async () => { await post('restore', await restore.files[0].text()); notify('The snapshot is restored.'); }) },
        h('label', { class: 'field' }, 'A snapshot, which replaces everything', restore),
        h('div', { class: 'actions' }, h('button', {}, 'Restore')))),
    h('section', { class: 'card stack' }, h('h2', {}, 'Add pools from a seed'),
      h('form', { onsubmit: act(async () => { await post('seed', seed.value); notify('The pools are there.'); }) },
        h('label', { class: 'field' }, 'The JSON of a seed file', seed),
        h('div', { class: 'actions' }, h('button', {}, 'Add')))),
    h('section', { class: 'card stack' }, h('h2', {}, 'Start over'),
      h('p', { class: 'muted' }, 'Deletes all pools, identities, recorded requests and faults.'),
      h('div', { class: 'actions' }, h('button', { type: 'button', class: 'danger', onclick: () => reset.showModal() }, 'Delete everything …')),
      reset)));
}

export async function update() { /* nothing of it changes by itself */ }
