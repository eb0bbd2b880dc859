import { badge, fill, h, notify } from './dom.js';
import { act, get, post, remove } from './api.js';

const kinds = {
  throttling: ['Throttle: TooManyRequestsException'],
  error: ['Respond with an error of the service', 'code', 'message', 'statusCode'],
  status: ['Respond with a bare HTTP status', 'statusCode'],
  delay: ['Delay the response', 'seconds'],
  connectionLostBeforeWork: ['Close the connection before any work'],
  connectionLostAfterWork: ['Do the work, then close the connection'],
  truncatedBody: ['Cut the response in half'],
  garbageBody: ['Respond with an HTML page'],
  wrongDate: ['Wrong Date header', 'seconds'],
};
const inputs = {
  code: ['Error code', { value: 'InternalErrorException' }],
  message: ['Message', { value: 'Something went wrong.' }],
  statusCode: ['HTTP status', { type: 'number', min: '300', max: '599', value: '500' }],
  seconds: ['Seconds', { type: 'number', step: 'any', value: '5' }],
};
let form, special, list;

export function open(view, health) {
  special = h('div', { class: 'fields' });
  form = h('form', { class: 'card', onsubmit: act(add) },
    h('h1', {}, 'Make something go wrong'),
    h('div', { class: 'fields' },
      h('label', { class: 'field' }, 'What', h('select', { name: 'kind', onchange: choose }, Object.entries(kinds).map(([kind, [text]]) => h('option', { value: kind }, text)))),
      h('label', { class: 'field' }, 'Operation', h('select', { name: 'operation' }, h('option', { value: '' }, 'Any'), health.operations.map(it => h('option', {}, it)))),
      h('label', { class: 'field' }, 'How many times (empty: until removed)', h('input', { name: 'count', type: 'number', min: '1', value: '1' })),
      h('label', { class: 'field' }, 'Probability, 0 to 1', h('input', { name: 'probability', type: 'number', min: '0', max: '1', step: 'any', value: '1' }))),
    special,
    h('div', { class: 'actions' }, h('button', { class: 'primary' }, 'Add the fault')));
  list = h('section', { class: 'card stack', tabindex: '-1', 'aria-live': 'polite' });
  fill(view, h('div', { class: 'columns' }, form, list));
  choose();
}

export async function update() {
  const { faults } = await get('faults');
  fill(list,
    h('div', { class: 'title' }, h('h2', {}, faults.length === 0 ? 'No faults are waiting' : `Waiting faults (${faults.length})`),
      faults.length > 0 && h('button', { type: 'button', class: 'small', onclick: act(() => remove('faults')) }, 'Remove all')),
    faults.length === 0
      ? h('p', { class: 'muted' }, 'Requests are handled as the service does.')
      : h('ul', { class: 'plain' }, faults.map(it => h('li', { class: 'title' },
        h('strong', {}, it.description),
        badge(it.operation ?? 'any operation', 'accent'),
        badge(it.left === undefined ? 'until removed' : it.left === 1 ? 'once' : `${it.left} times`, 'plain'),
        it.probability < 1 && badge(`${it.probability * 100} %`, 'plain'),
        h('button', { type: 'button', class: 'small', 'aria-label': `Remove: ${it.description}`, onclick: act(() => remove(`faults/${it.id}`)) }, 'Remove')))));
}

function choose() {
  const [, ...names] = kinds[form.elements.kind.value];
  fill(special, names.map(name => h('label', { class: 'field' }, inputs[name][0], h('input', { name, required: name !== 'message', ...inputs[name][1] }))));
  special.hidden = names.length === 0;
}

async function add() {
  const numbers = ['count', 'probability', 'statusCode', 'seconds'];
  const given = [...new FormData(form)].filter(([, value]) => value !== '').map(([name, value]) => [name, numbers.includes(name) ? Number(value) : value]);
  await post('faults', Object.fromEntries(given));
  notify('The fault waits for its request.');
  await update();
}
