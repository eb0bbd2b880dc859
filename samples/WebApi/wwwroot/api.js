// Calls this application's API. The token is kept for this tab alone, and forgotten with it.
const tokenKey = 'shop-token';

/** A response that is not a success, with the problem details of the API. */
export class Problem extends Error {
  constructor(status, details) {
    super(details.detail ?? details.title ?? `The server responded with ${status}.`);
    this.status = status;
    this.hint = details.hint;
  }
}

export const isSignedIn = () => sessionStorage.getItem(tokenKey) !== null;

export const forgetToken = () => sessionStorage.removeItem(tokenKey);

export async function signIn(userId) {
  const { token } = await send('api/sign-in', { method: 'POST', body: { userId } });
  sessionStorage.setItem(tokenKey, token);
}

export async function send(path, { method = 'GET', body } = {}) {
  const headers = {};
  if (isSignedIn()) {
    headers.Authorization = `Bearer ${sessionStorage.getItem(tokenKey)}`;
  }
  if (body) {
    headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const text = await response.text();
  const content = text && (response.headers.get('Content-Type') ?? '').includes('json') ? JSON.parse(text) : {};
  if (!response.ok) {
    throw new Problem(response.status, content);
  }
  return content;
}

/** Returns the claims of the user's own token. The server verifies it; the page only greets by it. */
export function claims() {
  const payload = sessionStorage.getItem(tokenKey).split('.')[1].replaceAll('-', '+').replaceAll('_', '/');
  return JSON.parse(new TextDecoder().decode(Uint8Array.from(atob(payload), letter => letter.charCodeAt(0))));
}
