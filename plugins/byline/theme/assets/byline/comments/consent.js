// Material's consent: what a reader allowed on this site, kept by Material in the browser's storage.

/**
 * Say whether a reader agreed to comments from elsewhere.
 *
 * `cookie` is the name by which the site asks for that; empty where it has no such name: then whatever the reader
 * accepted counts. It is undefined on a site that asks nothing.
 */
export function hasConsent(cookie) {
  if (cookie === undefined) return true;
  const given = stored() ?? {};
  return cookie ? Boolean(given[cookie]) : Object.values(given).some(Boolean);
}

function stored() {
  try {
    return globalThis.__md_get?.("__consent");
  } catch {
    return null;
  }
}
