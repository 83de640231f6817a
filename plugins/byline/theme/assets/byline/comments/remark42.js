// A thread on a Remark42 server. https://remark42.com/docs/configuration/frontend/
//
// settings: {host, site, id, title, language}

import { asJson, askJson, loadOnce, makeElement } from "./loading.js";

export async function mount(place, settings, reader) {
  const { host, site, id, title, language } = settings;
  const config = {
    host,
    site_id: site,
    url: id,
    page_title: title,
    components: ["embed"],
    theme: nameOf(reader.dark),
    locale: language ?? reader.language,
  };
  const root = makeElement("div", { id: "remark42" });
  place.append(root);
  window.remark_config = config;
  const isOurs = () => window.remark_config === config;
  const unmount = () => {
    if (isOurs()) {
      window.REMARK42?.destroy?.();
      delete window.remark_config;
    }
    root.remove();
  };
  try {
    // The script starts a thread by itself, but runs once: not again on a later page.
    if (!window.REMARK42?.createInstance) await loadOnce(`${host}/web/embed.mjs`, { module: true });
    if (root.isConnected && !root.querySelector("iframe")) window.REMARK42.createInstance(config);
  } catch (error) {
    unmount();
    throw error;
  }
  return { theme: (dark) => isOurs() && window.REMARK42.changeTheme?.(nameOf(dark)), unmount };
}

/** Return how many comments the threads have, by their ids. */
export async function counts(ids, { host, site }) {
  const found = await askJson(`${host}/api/v1/counts?site=${encodeURIComponent(site)}`, asJson(ids));
  return Object.fromEntries(found.map(({ url, count }) => [url, count]));
}

function nameOf(dark) {
  return dark ? "dark" : "light";
}
