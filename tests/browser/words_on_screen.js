// Every text and label on the page, also inside our own widgets, except what nobody gets to see or hear.
() => {
  const words = []
  const collect = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let at = walk.nextNode(); at; at = walk.nextNode()) {
      if (at.nodeType === Node.TEXT_NODE) {
        if (!at.parentElement?.closest("script, style, noscript, [data-testid=stIconMaterial]")) words.push(at.data.trim())
        continue
      }
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-roledescription"]) words.push((at.getAttribute(name) ?? "").trim())
      if (at.shadowRoot) collect(at.shadowRoot)
    }
  }
  collect(document.body)
  return words.filter(Boolean)
}
