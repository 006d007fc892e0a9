// Every text that is on the screen now, also in components and charts: its size in pixels and its contrast with what is behind it.
() => {
  const parent = (node) => node.parentElement ?? node.getRootNode().host ?? null
  const numbers = (colour) => {
    const found = colour.match(/[\d.]+/g)?.map(Number) ?? [0, 0, 0, 0]
    return colour.startsWith("color(srgb") ? [...found.slice(0, 3).map((part) => part * 255), found[3] ?? 1] : [...found.slice(0, 3), found[3] ?? 1]
  }
  const light = (colour) => {
    const [r, g, b] = colour.map((part) => { const c = part / 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4 })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const behind = (element) => {
    for (let at = element; at; at = parent(at)) {
      const colour = numbers(getComputedStyle(at).backgroundColor)
      if (colour[3] > 0.95) return colour
    }
    return [255, 255, 255, 1]
  }
  // What is see-through has the colour of what is behind it mixed in.
  const opacity = (element) => { let all = 1; for (let at = element; at; at = parent(at)) all *= Number(getComputedStyle(at).opacity); return all }
  const mixed = (ink, under, share) => ink.map((part, at) => part * share + under[at] * (1 - share))
  const found = []
  const look = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.nodeType === Node.ELEMENT_NODE) { if (node.shadowRoot) look(node.shadowRoot); continue }
      const element = node.parentElement
      if (!element || !node.data.trim() || ["STYLE", "SCRIPT", "NOSCRIPT", "TITLE"].includes(element.tagName)) continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const box = range.getBoundingClientRect()
      if (box.width < 2 || box.height < 2 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      const style = getComputedStyle(element)
      if (style.clipPath !== "none" || box.bottom < 0 || box.top > innerHeight || box.right < 0) continue
      const ink = numbers(element instanceof SVGElement ? style.fill : style.color)
      const under = behind(element)
      const [one, two] = [light(mixed(ink.slice(0, 3), under, ink[3] * opacity(element))), light(under)].sort((a, b) => b - a)
      found.push({ text: node.data.trim().slice(0, 40), size: parseFloat(style.fontSize), contrast: (one + 0.05) / (two + 0.05) })
    }
  }
  look(document.body)
  return found
}
