// What code that is not ours listens to at the window and at the document, so that it can be taken away again.

const TARGETS = [window, document];
const watchers = new Set();

/** Note the listeners added while `isTheirs` says so, until `stop`. `remove` takes them away, also those to come. */
export function watchListeners(isTheirs) {
  const watcher = { isTheirs, found: [], removed: false };
  watchers.add(watcher);
  for (const target of TARGETS) target.addEventListener = listen;
  return {
    stop() {
      watchers.delete(watcher);
      if (watchers.size) return;
      for (const target of TARGETS) if (target.addEventListener === listen) delete target.addEventListener;
    },
    remove() {
      watcher.removed = true;
      for (const [target, ...listener] of watcher.found.splice(0)) target.removeEventListener(...listener);
    },
  };
}

function listen(...listener) {
  const target = this ?? window;
  for (const watcher of watchers) {
    if (!watcher.isTheirs()) continue;
    if (watcher.removed) return;
    watcher.found.push([target, ...listener]);
  }
  EventTarget.prototype.addEventListener.apply(target, listener);
}
