// Builds the page from elements and text nodes only: no text of the emulator is ever read as HTML.

export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'class') element.className = value;
    else if (name in element && typeof value !== 'string') element[name] = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  append(element, children);
  return element;
}

export function append(element, children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false || child === '') continue;
    element.append(child);
  }
}

/** Returns a key by which an element is found again after a redraw. */
const trace = it => [it.tagName, it.getAttribute('href'), it.getAttribute('aria-label'), it.name, it.textContent].join();

/**
 * Replaces the children. The focus returns to the same control. If that is gone, it moves to the element itself, so that the next Tab
 * continues from there.
 */
export function fill(element, ...children) {
  const focused = element.contains(document.activeElement) && document.activeElement !== element ? trace(document.activeElement) : undefined;
  element.replaceChildren();
  append(element, children);
  if (focused === undefined) return;
  const again = [...element.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')].find(it => trace(it) === focused);
  (again ?? element).focus({ preventScroll: true });
}

export const time = text => h('time', { datetime: text, title: text }, text.slice(11, 19));
export const dateTime = text => h('time', { datetime: text }, `${text.slice(0, 10)} ${text.slice(11, 19)} UTC`);
export const duration = ms => ms === undefined ? '' : ms < 10 ? `${ms.toFixed(1)} ms` : ms < 10000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;
export const badge = (text, kind) => h('span', { class: `badge ${kind ?? ''}` }, text);
export const facts = entries => h('dl', { class: 'facts' }, entries.filter(Boolean).map(([name, value, kind]) => h('div', { class: kind ?? '' }, h('dt', {}, name), h('dd', {}, value))));

const id = /[a-z]{2}(?:-[a-z]+)+-\d:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const names = new Map();

/** Remembers which ids are pools, so that a sentence links them by name. */
export function knowPools(pools) {
  for (const pool of pools) names.set(pool.id, pool.name);
}

export const shortId = text => text.replace(/([0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/, '$1…');

/** The name of a pool, unless the sentence has it already; null for the id of an identity. */
const nameIn = (text, found) => names.has(found) && !text.includes(`“${names.get(found)}”`) ? names.get(found) : null;

/** A sentence in which pools have their names and ids are short, for places that cannot have links. */
export const plain = text => text.replace(id, found => nameIn(text, found) ? `“${nameIn(text, found)}”` : shortId(found));

export function idLink(text, name = names.get(text)) {
  const href = `#/${names.has(text) ? 'pools' : 'identities'}/${encodeURIComponent(text)}`;
  return name ? h('a', { href, title: text }, name) : h('a', { href, class: 'mono', title: text }, shortId(text));
}

/** A sentence in which the ids of pools and identities are links. */
export function linked(text) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(id)) {
    parts.push(text.slice(end, match.index), idLink(match[0], nameIn(text, match[0])));
    end = match.index + match[0].length;
  }
  return [...parts, text.slice(end)];
}

/** JSON with its parts in colors; any other text as it is. */
export function code(text) {
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch { /* not JSON: shown as it was sent */ }
  const parts = [];
  let end = 0;
  for (const match of shown.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g)) {
    const kind = match[1] ? (match[2] ? 'k' : 's') : 'n';
    parts.push(shown.slice(end, match.index), h('span', { class: kind }, match[1] ?? match[0]), match[2]);
    end = match.index + match[0].length;
  }
  return h('pre', { tabindex: '0' }, parts, shown.slice(end));
}

let hideNotice;

export function notify(text) {
  const notice = document.getElementById('notice');
  notice.textContent = text;
  notice.hidden = false;
  clearTimeout(hideNotice);
  hideNotice = setTimeout(() => { notice.hidden = true; }, 6000);
}

export function copyButton(text) {
  return h('button', { type: 'button', class: 'small', onclick: async () => {
    try {
      await navigator.clipboard.writeText(text);
      notify('Copied.');
    } catch {
      notify('The browser did not allow copying.');
    }
  } }, 'Copy');
}
