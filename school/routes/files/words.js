// Streamlit's own words are fixed English. This file puts a list of them into Dutch, and says quietly, in a line of
// its own, that the connection is lost. It never touches what an author wrote.
(() => {
  "use strict";

  const LANGUAGE = "nl";
  document.documentElement.lang = LANGUAGE;

  // Streamlit reads this when it begins. Without blockErrorDialogs its English dialog lies over what somebody is reading.
  window.__streamlit = {
    ...window.__streamlit,
    BACKEND_BASE_URL: `${location.origin}/`, // else it looks under the page's own path first, and gets a 404
    HOST_CONFIG: { ...window.__streamlit?.HOST_CONFIG, blockErrorDialogs: true },
  };

  const WORDS = new Map(Object.entries({
    // around the page
    "Skip to main content": "Naar de inhoud",
    "Main menu": "Hoofdmenu",
    "Sidebar": "Zijbalk",
    "App pages": "Pagina's",
    "Expand sidebar": "Zijbalk openen",
    "Collapse sidebar": "Zijbalk sluiten",
    "Navigate to home page": "Naar het begin",
    "Notifications": "Meldingen",
    "View less": "Minder tonen",
    "Theme": "Weergave",
    "System": "Zoals je apparaat",
    "Light": "Licht",
    "Dark": "Donker",
    "Print": "Afdrukken",
    "Record screen": "Scherm opnemen",
    "Record a screencast": "Scherm opnemen",
    "Stop recording": "Opname stoppen",
    "About": "Over deze cursus",
    "Get help": "Hulp",
    "Report a bug": "Fout melden",
    "Settings": "Instellingen",
    "Copy version to clipboard": "Versienummer kopiëren",
    "Rerun": "Opnieuw laden",
    "Auto rerun": "Zelf opnieuw laden",
    "Clear cache": "Geheugen legen",
    // while something happens
    "Running...": "Bezig",
    "Stopping...": "Bezig met stoppen",
    "Connecting": "Verbinden",
    "Connecting to Streamlit server": "Verbinding maken",
    "Connecting to static app": "Verbinding maken",
    "Unable to connect to Streamlit server": "Geen verbinding",
    "Error": "Fout",
    "Please wait...": "Even geduld",
    "Loading...": "Laden",
    "Loading": "Laden",
    // on parts of a page
    "Close": "Sluiten",
    "Dismiss": "Sluiten",
    "Cancel": "Annuleren",
    "Copy": "Kopiëren",
    "Copied": "Gekopieerd",
    "Copy to clipboard": "Kopiëren",
    "Fullscreen": "Groot tonen",
    "Close fullscreen": "Weer klein tonen",
    "Toolbar action": "Knop",
    "Link to heading": "Link naar deze kop",
    "Scroll tabs left": "Tabs naar links",
    "Scroll tabs right": "Tabs naar rechts",
    "Download": "Bewaren",
    "Download failed": "Bewaren lukte niet",
    "Show password": "Toon wat je typt",
    "Hide password": "Verberg wat je typt",
    // in fields
    "Choose an option": "Kies een mogelijkheid",
    "Choose options": "Kies mogelijkheden",
    "No options to select": "Er is niets te kiezen",
    "No results": "Niets gevonden",
    "1 option available.": "Eén mogelijkheid",
    "Select all": "Alles kiezen",
    "Clear all": "Alles wissen",
    "Clear value": "Leegmaken",
    "Clear entry": "Leegmaken",
    "Selected values": "Gekozen",
    "Multiselect options": "Mogelijkheden",
    "Selectbox options": "Mogelijkheden",
    "Open": "Openen",
    "Increment": "Eén meer",
    "Decrement": "Eén minder",
    "Number is above the allowed range.": "Dit getal is te hoog.",
    "Number is below the allowed range.": "Dit getal is te laag.",
    "Press Enter to apply": "Druk op Enter",
    "Press Enter to submit form": "Druk op Enter om te versturen",
    "Press Enter to submit": "Druk op Enter om te versturen",
    "Press ⌘+Enter to apply": "Druk op ⌘+Enter",
    "Press Ctrl+Enter to apply": "Druk op Ctrl+Enter",
    "Press ⌘+Enter to submit form": "Druk op ⌘+Enter om te versturen",
    "Press Ctrl+Enter to submit form": "Druk op Ctrl+Enter om te versturen",
    "Press ⌘+Enter to submit": "Druk op ⌘+Enter om te versturen",
    "Press Ctrl+Enter to submit": "Druk op Ctrl+Enter om te versturen",
    // in tables and pictures
    "Search": "Zoeken",
    "Download as CSV": "Bewaren als CSV",
    "Show/hide columns": "Kolommen kiezen",
    "Video player": "Film",
    "Audio player": "Geluid",
    // when something breaks
    "Connection error": "Verbinding kwijt",
    "Page not found": "Deze pagina is er niet",
    "Script execution error": "Deze pagina gaat even niet goed",
    "Try again": "Probeer opnieuw",
    "Network error": "Geen verbinding",
  }));
  const PATTERNS = [
    [/^Help for (.+)$/s, "Uitleg bij $1"],
    [/^Shortcut (.+)$/s, "Sneltoets $1"],
    [/^Remove (.+)$/s, "Haal $1 weg"],
    [/^View (\d+) more$/, "Nog $1 tonen"],
    [/^Page (\d+)$/, "Pagina $1"],
    [/^Fullscreen: (.+)$/s, "Groot tonen: $1"],
    [/^(\d+) options available\.$/, "$1 mogelijkheden"],
    [/^(.+), selected$/s, "$1, gekozen"],
    [/^Made with Streamlit v(\S*)$/, "Gemaakt met Streamlit v$1"],
  ];
  const LABELS = ["aria-label", "title", "placeholder", "aria-roledescription"];
  // What an author wrote stands in these; only a tooltip of Streamlit's own is made the same way.
  const AUTHORED = "[data-testid=stMarkdownContainer], [data-testid=stHtml], [data-testid=stCode], [data-testid=stTable]";
  const TOOLTIP = "[data-testid=stTooltipContent], [data-testid=stTooltipErrorContent], [role=tooltip]";

  const dutch = (text) => {
    const words = text.trim();
    if (!words || words.length > 200) return null;
    const known = WORDS.get(words);
    if (known !== undefined) return known === words ? null : known;
    for (const [pattern, replacement] of PATTERNS)
      if (pattern.test(words)) return words.replace(pattern, replacement);
    return null;
  };

  const authored = (element) => Boolean(element?.closest(AUTHORED)) && !element.closest(TOOLTIP);

  const text = (node) => {
    const replacement = dutch(node.data);
    if (replacement !== null && !authored(node.parentElement)) node.data = replacement;
  };

  // An icon in a text is called "history icon"; the words beside it say the same, in Dutch.
  const icon = (element) => {
    if (element.getAttribute("role") !== "img" || !/^\w+ icon$/.test(element.getAttribute("aria-label") ?? "")) return false;
    if (authored(element)) element.setAttribute("aria-hidden", "true");
    return true;
  };

  const labels = (element) => {
    if (icon(element)) return;
    for (const name of LABELS) {
      const value = element.getAttribute(name);
      const replacement = value && dutch(value);
      if (replacement) element.setAttribute(name, replacement);
    }
  };

  const everything = (node) => {
    if (node.nodeType === Node.TEXT_NODE) return text(node);
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const walk = document.createTreeWalker(node, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let here = node; here; here = walk.nextNode())
      here.nodeType === Node.TEXT_NODE ? text(here) : labels(here);
  };

  // The connection ------------------------------------------------------------------------------------------------

  const LOST = "Verbinding kwijt, we proberen het opnieuw; wat opgeslagen is, blijft";
  const STOPPED = "Deze pagina is gestopt. Laad de pagina opnieuw; wat opgeslagen is, blijft";
  const PATIENCE = 1200; // milliseconds: a hiccup shorter than this is nobody's business
  const line = document.createElement("div");
  line.id = "verbinding";
  line.setAttribute("role", "status");
  let connectedOnce = false;
  let waiting = 0;

  const say = (words) => {
    line.textContent = words;
    line.hidden = !words;
  };

  // Streamlit gave up for good and will not try again. What was answered is stored, so a fresh page goes on; once a minute at most.
  let gaveUp = false;
  const anew = () => {
    if (gaveUp) return;
    gaveUp = true;
    const now = Date.now();
    let before = now; // where nothing may be kept we cannot know whether this was tried
    try {
      before = Number(sessionStorage.getItem("school:anew")) || 0;
      sessionStorage.setItem("school:anew", String(now));
    } catch {}
    if (now - before < 60000) {
      clearTimeout(waiting); // it would say that we try again
      return say(STOPPED);
    }
    location.reload();
  };

  const connection = () => {
    const state = document.querySelector("[data-test-connection-state]")?.dataset.testConnectionState;
    if (!state) return;
    const away = document.documentElement.dataset.connection === "off";
    document.documentElement.dataset.connection = state === "CONNECTED" ? "on" : "off";
    if (state === "DISCONNECTED_FOREVER") anew();
    if (state === "CONNECTED") {
      // A new session knows nothing of the page that is still standing here; the menu asks it to run once.
      if (away && connectedOnce) document.dispatchEvent(new Event("school:back"));
      connectedOnce = true;
      clearTimeout(waiting);
      waiting = 0;
      if (line.textContent) say("");
    } else if (connectedOnce && !waiting && !line.textContent) {
      waiting = setTimeout(() => say(LOST), PATIENCE);
    }
  };

  const STYLE = `
    #verbinding { position: fixed; left: 50%; bottom: max(1rem, env(safe-area-inset-bottom)); transform: translateX(-50%);
      z-index: 1000000; max-width: min(40rem, calc(100vw - 2rem)); padding: .5rem 1rem; border-radius: .6rem;
      border: 1px solid #968B75; background: #F4EAD2; color: #0D1716; font: 16px/1.4 "Source Sans", system-ui, sans-serif; }
    #verbinding[hidden] { display: block; border: 0; padding: 0; background: none; }
    [data-connection=off] [data-testid=stStatusWidget] { visibility: hidden; }
    @media (prefers-color-scheme: dark) { #verbinding { border-color: #66716E; background: #2F2919; color: #EDE6DA; } }
    @media print { #verbinding { display: none; } }`;

  // The sidebar -----------------------------------------------------------------------------------------------------

  // Closed, it lies outside the screen; nobody should land there with the keyboard.
  const sidebar = () => {
    const found = document.querySelector("[data-testid=stSidebar]");
    if (found) found.inert = found.dataset.collapsed === "true";
  };

  // Start ---------------------------------------------------------------------------------------------------------

  const changed = (records) => {
    for (const record of records) {
      if (record.type === "childList") {
        record.addedNodes.forEach(everything);
        sidebar();
      }
      else if (record.type === "characterData") text(record.target);
      else if (record.attributeName === "data-test-connection-state") connection();
      else if (record.attributeName === "data-collapsed") sidebar();
      else labels(record.target);
    }
    connection();
  };

  const begin = () => {
    const style = document.createElement("style");
    style.textContent = STYLE;
    document.head.append(style);
    line.hidden = true;
    document.body.append(line);
    new MutationObserver(changed).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeFilter: [...LABELS, "data-test-connection-state", "data-collapsed"],
    });
    everything(document.body);
    connection();
    sidebar();
  };

  if (document.body) begin();
  else document.addEventListener("DOMContentLoaded", begin);
})();
