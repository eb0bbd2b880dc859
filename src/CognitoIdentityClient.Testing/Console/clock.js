import { fill, h } from './dom.js';
import { act, get, post } from './api.js';

const steps = [['+ 1 minute', 60], ['+ 15 minutes', 900], ['+ 1 hour', 3600], ['+ 1 day', 86400]];
const chip = document.getElementById('clock-chip');
let last, readAt;
let big, mode, form;

/** Reads the clock; between two readings the page counts on by itself. */
export async function read() {
  last = await get('clock');
  readAt = performance.now();
  draw();
}

export function open(view) {
  big = h('p', { class: 'bigtime' });
  mode = h('p', { class: 'muted' });
  form = h('form', { onsubmit: act(() => move('set', { time: `${form.elements.time.value}Z`, frozen: form.elements.frozen.checked })) },
    h('div', { class: 'fields' }, h('label', { class: 'field' }, 'Date and time, UTC', h('input', { name: 'time', type: 'datetime-local', step: '1', required: true }))),
    h('label', { class: 'check' }, h('input', { name: 'frozen', type: 'checkbox' }), 'Stand still at that time'),
    h('div', { class: 'actions' }, h('button', {}, 'Set the clock')));
  fill(view, h('div', { class: 'columns' },
    h('section', { class: 'card stack' },
      h('h1', {}, 'Clock of the emulator'), big, mode,
      h('div', { class: 'actions' },
        steps.map(([text, seconds]) => h('button', { type: 'button', onclick: act(() => move('advance', { seconds })) }, text)),
        h('button', { type: 'button', class: 'primary', onclick: act(() => move('follow', {})) }, 'Back to the real time'))),
    h('section', { class: 'card stack' }, h('h2', {}, 'Set it'), form,
      h('p', { class: 'hint small' }, 'Tokens and credentials expire by this clock. Signatures are checked by it too: more than 5 minutes away from the real time, a client is refused until it corrects its clock. The AWS SDKs do that by themselves, the AWS CLI does not.'))));
  form.elements.time.value = last.now.slice(0, 19);
}

export const update = read;

async function move(how, body) {
  await post(`clock/${how}`, body);
  await read();
}

function draw() {
  if (!last) return;
  const passed = last.mode === 'frozen' ? 0 : performance.now() - readAt;
  const now = new Date(Date.parse(last.now) + passed).toISOString();
  const shown = `${now.slice(0, 10)} ${now.slice(11, 19)} UTC`;
  fill(document.getElementById('clock-now'), h('span', { class: 'date' }, shown.slice(0, 11)), shown.slice(11));
  chip.classList.toggle('moved', last.mode !== 'following');
  if (!big) return;
  big.textContent = shown;
  const hours = Math.abs(last.offsetSeconds) / 3600;
  mode.textContent = {
    following: 'It follows the real time.',
    shifted: `It runs ${hours < 1 ? `${Math.round(hours * 60)} minutes` : `${hours.toFixed(1)} hours`} ${last.offsetSeconds < 0 ? 'behind' : 'ahead of'} the real time.`,
    frozen: 'It stands still.',
  }[last.mode];
}

setInterval(draw, 1000);
