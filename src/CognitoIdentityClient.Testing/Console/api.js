// The control API, which openapi.json describes.

import { notify } from './dom.js';

export const settings = { secrets: false };

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: method === 'POST' ? { 'Content-Type': 'application/json' } : {},
    body: method === 'POST' ? (typeof body === 'string' ? body : JSON.stringify(body ?? {})) : undefined,
  });
  const isJson = response.headers.get('Content-Type')?.includes('json');
  const document = isJson ? await response.json() : null;
  if (!response.ok) throw new Error(document?.detail ?? `The emulator responded with status ${response.status}.`);
  return document;
}

export function query(path, parameters) {
  const given = Object.entries({ ...parameters, secrets: settings.secrets || undefined }).filter(([, value]) => value);
  return given.length ? `${path}?${new URLSearchParams(given)}` : path;
}

export const get = path => call('GET', path);
export const post = (path, body) => call('POST', path, body);
export const remove = path => call('DELETE', path);
export const part = encodeURIComponent;

/** Runs what a button asks for, and shows what went wrong. */
export const act = action => async event => {
  event?.preventDefault();
  try {
    await action(event);
  } catch (error) {
    notify(error.message);
  }
};
