// The big screen: keys, the bar that names them, the way to join, and letters as large as the slide allows. What is on
// the screen comes from Python; this only asks for another slide, and for the same page again when the room went on.
// It never uses C or R, which are Streamlit's.
const LARGEST = 2.3, SMALLEST = 1.27 // of the width of the window, in percent; at 1920 px text is never under 24 px

const element = (tag, cls, text) => {
  const made = document.createElement(tag)
  if (cls) made.className = cls
  if (text !== undefined) made.textContent = text
  return made
}

function button(text, key, act, pressed) {
  const made = element("button", "", text)
  made.type = "button"
  made.append(element("kbd", "", key))
  made.onclick = act
  if (pressed !== undefined) made.setAttribute("aria-pressed", String(pressed))
  return made
}

// Typing, choosing and playing use the same keys; then they are not ours.
function busy(event) {
  const at = event.composedPath()[0]
  const typing = at instanceof Element && at.closest("input, textarea, select, [contenteditable=true], [role=slider], [role=radiogroup]")
  return event.ctrlKey || event.metaKey || event.altKey || Boolean(typing)
}

// The largest letters with which everything is above the bar; the drawing of an explainer gets what is left.
const SIZES = Array.from({ length: 22 }, (_, place) => Math.max(LARGEST - 0.05 * place, SMALLEST))
let fitted
function fit(bar) {
  const slide = document.querySelector(".st-key-slide")
  if (!slide) return
  const root = document.documentElement
  const room = window.innerHeight - bar.offsetHeight
  const bottom = () => Math.max(0, ...[...slide.children].map((child) => child.getBoundingClientRect().bottom)) + (document.querySelector("[data-testid=stMain]")?.scrollTop ?? 0)
  const stands = () => [window.innerWidth, room, root.style.fontSize, bottom()].join(" ")
  if (fitted === stands()) return // what was drawn since takes no other room; every size that is tried lays the whole page out anew
  root.style.setProperty("--stage-foot", `${bar.offsetHeight}px`) // what is longer than a screen can be scrolled above the bar
  root.style.setProperty("--stage-height", `${Math.round(room * 0.72)}px`)
  root.style.setProperty("--stage-smallest", window.innerWidth < 900 ? "0px" : "1.26vw")
  if (window.innerWidth < 900) return void root.style.removeProperty("font-size") // a phone that looks in
  const tight = SIZES.length - 1
  const set = (place) => {
    root.style.fontSize = `${(window.innerWidth * SIZES[place]) / 100}px`
    root.style.setProperty("--stage-line", place === tight ? "1.3" : "1.45")
  }
  let largest = 0, smallest = tight // between these; the smallest is taken as it comes
  while (largest < smallest) {
    const middle = (largest + smallest) >> 1
    set(middle)
    if (bottom() <= room - 8) smallest = middle
    else largest = middle + 1
  }
  set(largest)
  fitted = stands()
}

// Hears of every change in the room (docs/decisions/0016). While nothing changes nothing is asked.
function follow(state, ask) {
  const behind = () => state.told && (state.told[0] > state.drawn[0] || state.told[1] > state.drawn[1])
  state.catchUp = () => {
    clearTimeout(state.soon)
    if (!behind()) return
    // A change is asked for at once. Votes, and what was asked for in vain, once a second. What was pressed here draws the page
    // itself; asked for in the same breath, Streamlit would forget the press.
    const since = state.told[0] > Math.max(state.drawn[0], state.asked) ? state.actedAt + 400 : state.askedAt + 1000
    const wait = Math.max(0, since - performance.now())
    state.soon = setTimeout(() => {
      state.asked = state.told[0]
      state.askedAt = performance.now()
      ask()
      state.catchUp()
    }, wait)
  }
  const listen = () => {
    state.stream = new EventSource(`/zaal/${state.room}/puls`)
    state.stream.addEventListener("puls", (event) => { state.told = JSON.parse(event.data); state.catchUp() })
    state.stream.onerror = () => { if (state.stream.readyState === EventSource.CLOSED) state.again = setTimeout(listen, 2000) }
  }
  listen()
}

export default function ({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".stage")
  const state = (root._state ??= { at: data.at, asked: 0, askedAt: 0, actedAt: -400 })
  const here = JSON.stringify({ ...data, pulse: 0 })
  const embedded = new URLSearchParams(location.search).get("embed") === "true"
  if (!embedded) {
    // Opened by hand: the same address without anything of Streamlit's around it.
    const clean = new URL(location.href)
    clean.searchParams.set("embed", "true")
    location.replace(clean)
    return
  }
  const act = (what) => {
    state.actedAt = performance.now()
    window.__schoolSay("act", what)
  }
  const go = (to) => {
    const place = Math.min(Math.max(to, 0), data.slides.length - 1)
    if (place === state.at) return
    state.at = place // so that two quick presses are two slides
    act({ to: place })
    // A press in the very second in which the connection came back gets lost: say it once more when nothing moved.
    const before = root._at
    clearTimeout(root._again)
    root._again = setTimeout(() => {
      if (root._at !== before || state.at === root._at) return
      act({ to: state.at })
      state.at = root._at
    }, 2000)
  }
  root._at = data.at
  window.__schoolSay = setTriggerValue
  state.drawn = data.pulse
  if (state.room !== data.room) {
    state.stream?.close()
    state.room = data.room
    follow(state, () => window.__schoolSay("look", true))
  }
  state.catchUp()
  const dark = () => act({ dark: !data.dark })
  const full = () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen())?.catch?.(() => {})
  const choose = () => {
    const dialog = root.querySelector("dialog")
    if (dialog.open) return dialog.close()
    dialog.showModal()
    dialog.querySelector("[aria-current]")?.focus()
  }
  const KEYS = {
    ArrowRight: () => go(state.at + 1), PageDown: () => go(state.at + 1), ArrowLeft: () => go(state.at - 1), PageUp: () => go(state.at - 1),
    Home: () => go(0), End: () => go(data.slides.length - 1),
    b: dark, ".": dark, f: full, g: choose,
  }
  document.removeEventListener("keydown", window.__schoolStage)
  window.__schoolStage = (event) => {
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (!KEYS[name] || busy(event) || (root.querySelector("dialog")?.open && name !== "g")) return
    event.preventDefault()
    KEYS[name]()
  }
  document.addEventListener("keydown", window.__schoolStage)
  // After the connection was lost the server may know nothing of this page: it must run once.
  document.removeEventListener("school:back", window.__schoolBack)
  window.__schoolBack = () => { state.at = data.at; setTriggerValue("act", {}) }
  document.addEventListener("school:back", window.__schoolBack)
  if (root._drawn !== here) {
    root._drawn = here
    state.at = data.at
    draw()
  }

  function draw() {
    const focused = root.getRootNode().activeElement?.dataset?.name
    const foot = element("div", "foot")
    if (data.join) foot.append(join())
    if (data.note) foot.append(element("p", "note", data.note))
    const bar = element("div", "bar")
    bar.setAttribute("role", "toolbar")
    bar.setAttribute("aria-label", "Toetsen")
    const at = element("span", "at", `${data.at + 1} van ${data.slides.length}`)
    const buttons = [
      button("Vorige", "←", () => go(state.at - 1)), at, button("Volgende", "→", () => go(state.at + 1)),
      button("Ga naar", "G", choose), button("Zwart", "B", dark, data.dark), button("Vol scherm", "F", full),
    ]
    buttons.forEach((each, place) => (each.dataset.name = String(place)))
    bar.append(...buttons)
    foot.append(bar)
    root.replaceChildren(foot, slides(), black())
    root.querySelector(`[data-name="${focused}"]`)?.focus()
    watch(foot)
  }

  function join() {
    const box = element("div", "join")
    const picture = element("div", "qr")
    picture.innerHTML = data.join.qr
    picture.setAttribute("role", "img")
    picture.setAttribute("aria-label", `QR-code naar ${data.join.address}`)
    const words = element("p")
    words.append("Doe mee op ", element("b", "", data.join.address), element("br"), "met code ", element("b", "code", data.join.code))
    box.append(picture, words)
    return box
  }

  function slides() {
    const dialog = element("dialog")
    const list = element("ol")
    dialog.setAttribute("aria-label", "Ga naar")
    data.slides.forEach((title, place) => {
      const item = element("li")
      const to = element("button", "", `${place + 1}. ${title}`)
      to.type = "button"
      if (place === data.at) to.setAttribute("aria-current", "step")
      to.onclick = () => { dialog.close(); go(place) }
      item.append(to)
      list.append(item)
    })
    const close = element("button", "close", "Sluiten")
    close.type = "button"
    close.onclick = () => dialog.close()
    dialog.append(close, list)
    return dialog
  }

  function black() {
    const cover = element("div", data.dark ? "black on" : "black")
    cover.setAttribute("role", "status")
    cover.textContent = data.dark ? "Het scherm is zwart. Druk op B om verder te gaan." : ""
    cover.onclick = dark
    return cover
  }

  // Whatever is drawn later (a font, a picture, a chart) may need other letters.
  function watch(foot) {
    window.__schoolFit?.disconnect()
    let waiting = 0
    const soon = () => { cancelAnimationFrame(waiting); waiting = requestAnimationFrame(() => fit(foot)) }
    const observer = new MutationObserver(soon)
    const main = document.querySelector("[data-testid=stMain]")
    if (main) observer.observe(main, { childList: true, subtree: true, characterData: true })
    const growth = new ResizeObserver(soon) // what is drawn inside a widget of its own says only how high it is
    const slide = document.querySelector(".st-key-slide")
    if (slide) growth.observe(slide)
    window.__schoolFit = { disconnect: () => { observer.disconnect(); growth.disconnect() } }
    window.onresize = soon
    document.fonts.ready.then(soon)
    soon()
  }

  if (!root._known) {
    root._known = true
    if (Math.abs(window.innerHeight - data.height) > 20) setStateValue("height", window.innerHeight)
    navigator.wakeLock?.request("screen").catch(() => {})
  }
  return () => {
    document.removeEventListener("keydown", window.__schoolStage)
    clearTimeout(state.again)
    clearTimeout(state.soon)
    state.stream?.close()
    state.room = undefined
  }
}
