// The frame of the page: sections by the address's fragment, live events, the clock and the switch for secrets.

import { fill, h, knowPools, notify } from './dom.js';
import { get, query, settings } from './api.js';
import * as requests from './requests.js';
import * as pools from './pools.js';
import * as token from './token.js';
import * as faults from './faults.js';
import * as clock from './clock.js';
import * as state from './state.js';

const sections = { requests, pools, identities: pools, token, faults, clock, state };
const view = document.getElementById('view');
const live = document.getElementById('live');
let current;
let shown;
let health;
let events;

function route() {
  const [, name = '', argument = ''] = location.hash.split('/');
  return { name: sections[name] ? name : 'requests', argument: decodeURIComponent(argument) };
}

async function show(moveFocus) {
  const { name, argument } = route();
  const from = shown;
  shown = location.hash;
  const section = sections[name];
  const tab = name === 'identities' ? 'pools' : name;
  for (const link of document.querySelectorAll('nav a')) {
    if (link.getAttribute('href') === `#/${tab}`) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  if (current !== section) {
    current = section;
    section.open(view, health);
  }
  await refresh(name, argument);
  if (moveFocus) focusOn(from, argument);
}

/** What was opened gets the focus; on the way back, the row that led to it. */
function focusOn(from, argument) {
  const row = [...view.querySelectorAll('a.row')].find(it => it.getAttribute('href') === from);
  const target = argument ? view.querySelector('.detail') : row;
  // A section as a whole stays where it is: scrolled to, it would push the header out of a phone's screen.
  (target ?? view).focus({ preventScroll: !row || target !== row });
}

async function refresh(name = route().name, argument = route().argument) {
  try {
    await sections[name].update(argument, name);
  } catch (error) {
    notify(error.message);
  }
}

let waiting;

/** After an event: at most a few times a second, however many requests arrive. */
function refreshSoon() {
  waiting ??= setTimeout(async () => {
    waiting = undefined;
    await Promise.all([learnPools(), clock.read(), refresh()]);
  }, 150);
}

async function learnPools() {
  try {
    knowPools((await get('pools?limit=1000')).pools);
    requests.rename();
  } catch { /* the state of the connection is shown already */ }
}

function connect() {
  events?.close();
  events = new EventSource(query('events', { after: requests.revision() }));
  events.onopen = () => {
    live.className = 'live on';
    live.textContent = 'Live';
  };
  events.onerror = () => {
    live.className = 'live off';
    live.textContent = 'Not connected';
  };
  events.addEventListener('request', event => requests.receive(JSON.parse(event.data)));
  events.addEventListener('state', event => {
    const { startedAt, oldestNumber } = JSON.parse(event.data);
    if (startedAt !== health.startedAt) {
      location.reload();
      return;
    }
    requests.forget(oldestNumber);
    refreshSoon();
  });
}

async function start() {
  try {
    health = await get('health');
  } catch (error) {
    fill(view, h('p', { class: 'problem' }, error.message));
    return;
  }
  document.getElementById('endpoint').textContent = health.endpoint;
  await Promise.all([learnPools(), clock.read(), requests.load()]);
  connect();
  addEventListener('hashchange', () => show(true));
  // As a fragment, the address of the content would lead away from the section.
  document.querySelector('.skip').addEventListener('click', event => {
    event.preventDefault();
    view.focus();
  });
  document.getElementById('secrets').addEventListener('change', async event => {
    settings.secrets = event.target.checked;
    await requests.load();
    connect();
    await refresh();
  });
  await show(false);
}

start();
