// A thread at Disqus, which has one a page: a later page starts it anew. https://help.disqus.com
//
// settings: {shortname, id, title, url}

import { loadOnce, makeElement } from "./loading.js";

export async function mount(place, { shortname, id, title, url }, { language }) {
  if (!/^[\w-]+$/.test(shortname)) throw new Error(`${shortname} is no shortname of Disqus.`);
  const thread = makeElement("div", { id: "disqus_thread" });
  const config = function () {
    Object.assign(this.page, { identifier: id, title, url });
    this.language = language;
  };
  place.append(thread);
  window.disqus_config = config;
  const reset = () => window.DISQUS?.reset({ reload: true, config });
  const unmount = () => {
    if (window.disqus_config === config) delete window.disqus_config;
    thread.remove();
  };
  try {
    if (window.DISQUS) reset();
    else await loadOnce(`https://${shortname}.disqus.com/embed.js`, { attributes: { "data-timestamp": Date.now() } });
  } catch (error) {
    unmount();
    throw error;
  }
  // Disqus takes its colours from the page, whenever it starts.
  return { theme: reset, unmount };
}
