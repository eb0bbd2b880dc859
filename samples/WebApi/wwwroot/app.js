import { claims, forgetToken, isSignedIn, send, signIn } from './api.js';
import * as countdown from './countdown.js';

const element = id => document.getElementById(id);
const sources = {
  cache: 'served from the cache of the server',
  refresh: 'fetched from the identity pool',
  recovery: 'fetched for a new identity, in the place of one that was lost',
};
const roles = { customer: 'A customer', admin: 'An administrator', partner: 'A partner' };

function announce(text) {
  element('status').textContent = text;
}

function showNotice(text) {
  element('notice').textContent = text;
  element('notice').hidden = !text;
}

/** Runs an action of a button: once at a time, with its error on the page. */
async function run(button, action) {
  if (button?.ariaDisabled === 'true') {
    return;
  }
  if (button) {
    button.ariaDisabled = 'true';
  }
  showNotice('');
  try {
    await action();
  } catch (problem) {
    if (problem.status === 401) {
      await showWelcome();
      showNotice('Your sign-in has ended. Sign in again.');
    } else {
      showNotice(problem.hint ? `${problem.message} ${problem.hint}` : problem.message);
    }
  } finally {
    if (button) {
      button.ariaDisabled = 'false';
    }
  }
}

async function showWelcome() {
  forgetToken();
  countdown.stop();
  element('account').hidden = true;
  element('welcome').hidden = false;
  const users = await send('api/users');
  element('users').replaceChildren(...users.map(user => {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    const initial = document.createElement('span');
    initial.className = 'initial';
    initial.ariaHidden = 'true';
    initial.textContent = user.name[0];
    const text = document.createElement('span');
    const name = document.createElement('strong');
    name.textContent = user.name;
    const role = document.createElement('small');
    role.textContent = roles[user.role];
    text.append(name, role);
    button.append(initial, text);
    button.addEventListener('click', () => run(button, async () => {
      await signIn(user.id);
      await showAccount();
      // The focus moves when the account appears, and not once it is complete: by then, a quick user is at a button.
      element('account-title').focus();
      await showPartners();
    }));
    item.append(button);
    return item;
  }));
}

async function showAccount() {
  const { name } = claims();
  showSession(await send('api/session'));
  element('role').textContent = (await send('api/session/caller')).role;
  element('account-title').textContent = `Hello, ${name}`;
  element('caller').hidden = true;
  element('partners').textContent = '';
  element('welcome').hidden = true;
  element('account').hidden = false;
  announce(`Signed in as ${name}.`);
}

function showSession(session) {
  element('identity').textContent = session.identityId;
  element('expires').textContent = new Date(session.expiration).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  element('source').textContent = sources[session.source];
  countdown.start(session.secondsLeft, () => run(null, async () => showSession(await send('api/session'))));
}

async function showPartners() {
  const result = element('partners');
  try {
    const { role, account } = await send('api/partners/caller');
    result.textContent = `You are ${role} in account ${account}.`;
    result.classList.remove('refused');
  } catch (problem) {
    if (problem.status !== 403) {
      throw problem;
    }
    result.textContent = `No access. AWS says: ${problem.message}`;
    result.classList.add('refused');
  }
}

element('refresh').addEventListener('click', event => run(event.currentTarget, async () => {
  showSession(await send('api/session/refresh', { method: 'POST' }));
  announce('The credentials were refreshed.');
}));

element('call').addEventListener('click', event => run(event.currentTarget, async () => {
  element('caller').textContent = JSON.stringify(await send('api/session/caller'), null, 2);
  element('caller').hidden = false;
  announce('AWS responded.');
}));

element('sign-out').addEventListener('click', event => run(event.currentTarget, async () => {
  await send('api/session/sign-out', { method: 'POST' });
  await showWelcome();
  element('main').focus();
  announce('Signed out.');
}));

async function showHealth() {
  const health = element('health');
  // A failing check has the status 503, and a body all the same.
  const { status } = await (await fetch('health')).json();
  health.dataset.status = status;
  health.textContent = `Credentials: ${status.toLowerCase()}`;
}

await run(null, async () => {
  if (isSignedIn()) {
    await showAccount();
    await showPartners();
  } else {
    await showWelcome();
  }
});
await run(null, showHealth);
