// The keys of a clicker in the view of who presents. It never uses C or R, which are Streamlit's.
export default function ({ data, parentElement, setTriggerValue }) {
  const state = (parentElement._state ??= { at: data.at })
  if (state.drawn !== JSON.stringify(data)) Object.assign(state, { at: data.at, drawn: JSON.stringify(data) })
  const go = (to) => {
    const place = Math.min(Math.max(to, 0), data.slides - 1)
    if (place === state.at) return
    state.at = place
    setTriggerValue("act", { to: place })
  }
  const dark = () => setTriggerValue("act", { dark: !data.dark })
  const KEYS = {
    PageDown: () => go(state.at + 1), PageUp: () => go(state.at - 1), ".": dark, // the arrows and B belong to the buttons
  }
  document.removeEventListener("keydown", window.__schoolRemote)
  window.__schoolRemote = (event) => {
    const at = event.composedPath()[0]
    const typing = at instanceof Element && at.closest("input, textarea, select, [contenteditable=true], [role=slider], [role=radiogroup]")
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (!KEYS[name] || typing || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    KEYS[name]()
  }
  document.addEventListener("keydown", window.__schoolRemote)
  // After the connection was lost the server may know nothing of this page: it must run once.
  document.removeEventListener("school:back", window.__schoolBack)
  window.__schoolBack = () => setTriggerValue("act", {})
  document.addEventListener("school:back", window.__schoolBack)
  return () => document.removeEventListener("keydown", window.__schoolRemote)
}
