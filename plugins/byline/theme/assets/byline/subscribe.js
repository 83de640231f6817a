// <byline-feed>: a button that copies a feed's address.

class BylineFeed extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    button.hidden = false;
    button.onclick = () => this.copy();
  }

  async copy() {
    const address = this.querySelector(".byline-feed__address");
    for (const said of document.querySelectorAll("byline-feed [role=status]")) said.textContent = "";
    const copied = await copyText(address);
    this.querySelector("[role=status]").textContent = copied ? this.dataset.copied : this.dataset.failed;
  }
}

/** Copy what an element says; where scripts have no clipboard, select it, for the reader's own keys. */
async function copyText(element) {
  try {
    await navigator.clipboard.writeText(element.textContent.trim());
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}

if (!customElements.get("byline-feed")) customElements.define("byline-feed", BylineFeed);
