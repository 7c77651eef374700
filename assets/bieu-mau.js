// Brings the page into a portal: the element <bieu-mau>, and frames that a portal has put up itself,
// <iframe data-bieu-mau>. One file for both kinds of script: a classic one, and a module.
//
// The page runs in a frame, within the shadow root of the element: the portal's styles do not reach it, nothing of it
// reaches the portal, and what it needs of a Content-Security-Policy the portal does not have to allow itself. The two
// speak by the protocol of schemas/message.schema.json. Nothing is left behind but the name of the element.
// What a program may expect of it stands in bieu-mau.d.ts.

(() => {
  "use strict";

  const NAME = "bieu-mau";
  if (customElements.get(NAME)) return;

  const VERSION = 1;
  /** How long the page may take to answer, in milliseconds: it may have to be fetched over a slow line first. */
  const PATIENCE = 120_000;
  /** How far below the window an element may be when its page is fetched. */
  const NEAR = "300px";
  const THEME = ["accent", "font", "density"];
  const WORDS = {
    no_answer: { vi: "Biểu Mẫu không trả lời. Kiểm tra địa chỉ của tệp bieu-mau.js, chính sách CSP của cổng và kết nối mạng.", en: "Biểu Mẫu does not answer. Check the address of bieu-mau.js, the portal's Content-Security-Policy and the network." },
    removed: { vi: "Phần tử <bieu-mau> đã bị gỡ khỏi trang.", en: "The element <bieu-mau> was taken out of the page." },
    no_origin: { vi: "Trang chứa <bieu-mau> phải được mở qua địa chỉ web (http hoặc https).", en: "The page around <bieu-mau> must be opened from a web address (http or https)." },
    malformed: { vi: "Trang Biểu Mẫu gửi thông điệp không đúng giao thức. Chép lại đủ các tệp của cùng một bản.", en: "The page of Biểu Mẫu sent a message that breaks the protocol. Copy all files of one build again." },
    version: { vi: "Trang Biểu Mẫu nói giao thức phiên bản khác. Chép lại đủ các tệp của cùng một bản.", en: "The page of Biểu Mẫu speaks another version of the protocol. Copy all files of one build again." },
    no_document: { vi: "Không tải được báo cáo để hiện. Kiểm tra địa chỉ ở thuộc tính “report”.", en: "The report to be shown cannot be fetched. Check the address in the attribute “report”." },
  };

  /** Where the page lies: beside this script. A module does not know its own tag, so it is looked for. */
  const script = document.currentScript?.src ?? [...document.querySelectorAll("script[src]")].find(({ src }) => /\/bieu-mau\.js$/.test(new URL(src).pathname))?.src;
  const home = new URL("./", script ?? document.baseURI).href;

  class Trouble extends Error {
    constructor(code, message) {
      super(message.vi);
      this.name = "BieuMauError";
      this.code = code;
      this.said = message;
    }
  }

  /** The error of a name in WORDS, as the page would tell it. */
  const trouble = (code) => ({ type: "error", code, message: WORDS[code] });

  // What the page may say: schemas/message.schema.json, by hand (tests/fixtures/messages.json holds both to it).
  const isText = (value) => typeof value === "string";
  const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const isCount = (value) => Number.isInteger(value) && value >= 0 && value <= 4_294_967_295;
  const isPlain = (value) => isText(value) && /^[A-Za-z0-9._-]{1,100}$/.test(value);
  const isId = (value) => isText(value) && [...value].length <= 100;
  const isOneOf = (...words) => (value) => words.includes(value);
  const isPhrase = (value) => isObject(value) && fits(value, { vi: isText, en: isText }, {});
  const SHAPES = {
    ready: [{ id: isId, store: isOneOf("own", "memory") }, {}],
    height: [{ height: isCount }, {}],
    change: [{ row: isText, entry: isObject }, {}],
    state: [
      { saved: isOneOf("saved", "saving", "failed"), filled: isCount, expected: isCount, errors: isCount, warnings: isCount },
      { id: isId, form: isPlain, agency: isPlain, period: isPlain, state: isOneOf("draft", "complete", "amended") },
    ],
    report: [{ report: isObject }, { id: isId }],
    error: [
      { code: isOneOf("version", "malformed", "not_ready", "no_report", "refused", "not_complete", "too_large"), message: isPhrase },
      { id: isId },
    ],
  };

  function fits(object, needed, allowed) {
    const all = { ...needed, ...allowed };
    return Object.keys(needed).every((name) => Object.hasOwn(object, name)) && Object.keys(object).every((name) => Object.hasOwn(all, name) && all[name](object[name]));
  }

  /** Why a message of the page is not followed: a code of WORDS. Nothing where it is followed. */
  function faultOf({ bieumau, type, ...members }) {
    if (bieumau !== VERSION) return "version";
    return Object.hasOwn(SHAPES, type) && fits(members, ...SHAPES[type]) ? undefined : "malformed";
  }

  /** The host's end of the line to the page in a frame. `hear` gets every message that is no answer. */
  class Line {
    #frame;
    #origin;
    #hear;
    #asked = new Map();
    #next = 0;
    #isJoined = false;
    #waiting;

    constructor(frame, address, hear) {
      this.#frame = frame;
      // What runs in a sandbox without an origin calls itself "null"; who it is, its window says.
      const isBare = frame.hasAttribute("sandbox") && !frame.sandbox.contains("allow-same-origin");
      this.#origin = isBare ? "null" : address.origin;
      this.#hear = hear;
      this.#waiting = setTimeout(() => hear(trouble("no_answer")), PATIENCE);
    }

    /** Asks for something; the answer is the message with the same id. */
    ask(message) {
      const id = `${(this.#next += 1)}`;
      return new Promise((done, failed) => {
        const late = setTimeout(() => this.#settle(id, trouble("no_answer")), PATIENCE);
        this.#asked.set(id, { done, failed, late, message: { ...message, id } });
        if (this.#isJoined) this.#say({ ...message, id });
      });
    }

    /** Asks a page that has greeted before this script was there to greet again. It says nothing that others may not hear. */
    knock() {
      this.#frame.contentWindow?.postMessage({ bieumau: VERSION, type: "ready", id: "" }, "*");
    }

    /** The frame is loaded again: until its page greets there is nobody to speak to. */
    part() {
      this.#isJoined = false;
    }

    end() {
      clearTimeout(this.#waiting);
      for (const id of [...this.#asked.keys()]) this.#settle(id, trouble("removed"));
    }

    take({ data, origin, source }) {
      // Whoever else speaks in this window is none of ours.
      if (!source || source !== this.#frame.contentWindow || origin !== this.#origin) return;
      if (!isObject(data) || !Object.hasOwn(data, "bieumau")) return;
      const fault = faultOf(data);
      if (fault) return this.#hear(trouble(fault));
      if (data.type === "ready") this.#join(data.id);
      if (data.type !== "ready" && this.#asked.has(data.id)) this.#settle(data.id, data);
      else this.#hear(data);
    }

    /** A frame that was loaded again greets anew; what its page was not asked yet, or did not answer, it is asked now. */
    #join(id) {
      clearTimeout(this.#waiting);
      this.#isJoined = true;
      this.#say({ type: "ready", id });
      for (const { message } of this.#asked.values()) this.#say(message);
    }

    #say(message) {
      this.#frame.contentWindow?.postMessage({ bieumau: VERSION, ...message }, this.#origin === "null" ? "*" : this.#origin);
    }

    #settle(id, answer) {
      const asked = this.#asked.get(id);
      if (!asked) return;
      this.#asked.delete(id);
      clearTimeout(asked.late);
      if (answer.type === "error") asked.failed(new Trouble(answer.code, answer.message));
      else asked.done(answer);
    }
  }

  /** The language in which the portal speaks at this place. */
  const languageOf = (element) => (/^en\b/i.test(element.closest("[lang]")?.lang ?? "") ? "en" : "vi");

  /** The documented custom properties of an element. */
  function themeOf(element) {
    const style = getComputedStyle(element);
    return Object.fromEntries(THEME.map((name) => [name, style.getPropertyValue(`--bieu-mau-${name}`).trim()]));
  }

  const fitted = (frame, { height }) => (frame.style.height = `${Math.ceil(height)}px`);

  /** The element of the portal editor. Attributes and properties are the same. */
  class BieuMau extends HTMLElement {
    static observedAttributes = ["form", "agency", "period", "mode", "report", "src", "lang"];

    #root = this.attachShadow({ mode: "open", delegatesFocus: true });
    #frame;
    #line;
    #near;
    #looks;
    /** Whether the small page that only shows a report is in the frame, or is to be. */
    #isReader = false;
    /** The report that the portal has handed to that small page. */
    #handed;
    #listen = (event) => this.#line?.take(event);

    constructor() {
      super();
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(":host{display:block;min-height:12rem}:host([hidden]){display:none}iframe{display:block;width:100%;height:100%;min-height:inherit;border:0;color-scheme:normal}");
      this.#root.adoptedStyleSheets = [sheet];
    }

    connectedCallback() {
      // What was set before this script was there hides the properties of the element.
      for (const name of BieuMau.observedAttributes.filter((name) => Object.hasOwn(this, name))) {
        const value = this[name];
        delete this[name];
        this[name] = value;
      }
      // An element that is only moved within the page is taken out and put in again in one go; its frame is loaded anew.
      if (this.#near) return this.#arrive();
      if (!/^https?:/.test(location.origin)) {
        this.#root.textContent = WORDS.no_origin[languageOf(this)];
        return this.#tell(trouble("no_origin"));
      }
      this.#near = new IntersectionObserver((entries) => entries.some(({ isIntersecting }) => isIntersecting) && this.#open(), { rootMargin: NEAR });
      this.#near.observe(this);
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected) return;
        this.#close();
        this.#isReader = false;
        this.#handed = undefined;
      });
    }

    attributeChangedCallback(name, before, after) {
      if (before === after || !this.#line) return;
      // Several attributes that are set in one go ask for one report.
      queueMicrotask(() => this.#follow(name));
    }

    /** Opens a report document in the page; the answer is the report as it stands there. */
    async load(report) {
      if (this.mode === "view" && !this.#isReader) {
        this.#isReader = true;
        this.#reopen();
      }
      const document = isText(report) ? JSON.parse(report) : report;
      const answer = await this.#ask({ type: "load", report: document });
      if (this.#isReader) this.#handed = document;
      return answer.report;
    }

    /** The report that is open, as the file that an officer would send. */
    async read() {
      return (await this.#ask({ type: "report" })).report;
    }

    /** Declares the report complete. Fails with the code `not_complete` where something stands against it. */
    async complete() {
      const { type, bieumau, id, ...state } = await this.#ask({ type: "set", complete: true });
      return state;
    }

    /** Takes the custom properties of the element over again, after its style was changed by a style sheet. */
    async restyle() {
      await this.#ask({ type: "set", theme: themeOf(this) });
    }

    /** What is asked of an element out of sight brings its page. */
    async #ask(message) {
      if (!this.isConnected) throw new Trouble("removed", WORDS.removed);
      this.#open();
      return this.#line.ask(message);
    }

    /** Asks for what nobody waits for; what stands against it is told. */
    #wish(message) {
      this.#line?.ask(message).catch((error) => error.code === "removed" || this.#tell({ type: "error", code: error.code, message: error.said }));
    }

    /** Where the page lies, and what it is to show, as the attributes say now. */
    #address() {
      const { form, agency, period, mode } = this;
      const address = new URL(this.src || home, home);
      if (!address.pathname.endsWith(".html")) address.pathname = address.pathname.replace(/\/?$/, "/");
      if (this.#isReader) address.pathname = address.pathname.replace(/[^/]*$/, "view.html");
      address.searchParams.set("host", location.origin);
      if (mode === "view" && !this.#isReader) address.searchParams.set("mode", "view");
      address.searchParams.set("lang", languageOf(this));
      if (form && agency && period && !this.#isReader) address.hash = `#/report/${[form, agency, period].map(encodeURIComponent).join("/")}`;
      return address;
    }

    #open() {
      if (this.#frame) return;
      this.#near?.disconnect();
      this.#isReader ||= this.mode === "view" && this.hasAttribute("report");
      const address = this.#address();
      const frame = document.createElement("iframe");
      frame.title = this.title || "Biểu Mẫu";
      frame.allow = "clipboard-write; fullscreen";
      this.#frame = frame;
      this.#line = new Line(frame, address, (message) => this.#hear(message));
      window.addEventListener("message", this.#listen);
      this.#looks = new MutationObserver((changes) => (changes.some(({ attributeName }) => attributeName === "lang") ? this.#follow("lang") : this.#wish({ type: "set", theme: themeOf(this) })));
      this.#looks.observe(this, { attributeFilter: ["style", "class"] });
      this.#looks.observe(document.documentElement, { attributeFilter: ["lang"] });
      frame.src = address.href;
      this.#root.append(frame);
      if (this.#isReader) this.#fetchReport();
    }

    /** The frame was loaded anew: it shows what its element says now, and not what it said when it was made. */
    #arrive() {
      if (!this.#frame) return;
      this.#line.part();
      const { href } = this.#address();
      delete this.#frame.dataset.wanted;
      if (this.#frame.src !== href) this.#frame.src = href;
      if (this.#handed) this.#wish({ type: "load", report: this.#handed });
      else if (this.#isReader) this.#fetchReport();
    }

    #close() {
      this.#near?.disconnect();
      this.#looks?.disconnect();
      window.removeEventListener("message", this.#listen);
      this.#line?.end();
      this.#frame?.remove();
      this.#near = this.#looks = this.#line = this.#frame = undefined;
    }

    #reopen() {
      this.#close();
      if (this.isConnected) this.connectedCallback();
    }

    /** An attribute has changed while the page is there. */
    #follow(name) {
      if (!this.#frame) return;
      const { form, agency, period, mode } = this;
      if (name === "lang") return this.#wish({ type: "set", language: languageOf(this) });
      const isReader = mode === "view" && this.hasAttribute("report");
      if (name === "src" || (["mode", "report"].includes(name) && (isReader || this.#isReader))) {
        this.#isReader = isReader;
        this.#handed = undefined;
        return this.#reopen();
      }
      if (name === "mode") return this.#wish({ type: "set", mode: mode === "view" ? "view" : "edit" });
      const wanted = [form, agency, period].join("/");
      if (this.#isReader || !(form && agency && period) || this.#frame.dataset.wanted === wanted) return;
      this.#frame.dataset.wanted = wanted;
      this.#wish({ type: "set", form, agency, period });
    }

    /** The report that is only shown lies where the portal says. */
    async #fetchReport() {
      const address = this.getAttribute("report");
      const line = this.#line;
      if (!address) return;
      const answer = await fetch(new URL(address, document.baseURI)).catch(() => undefined);
      const report = answer?.ok ? await answer.json().catch(() => undefined) : undefined;
      if (line !== this.#line) return;
      if (isObject(report)) this.#wish({ type: "load", report });
      else this.#tell(trouble("no_document"));
    }

    #hear(message) {
      if (message.type === "height") return fitted(this.#frame, message);
      if (message.type === "ready") this.#wish({ type: "set", theme: themeOf(this) });
      this.#tell(message);
    }

    /** Events cross shadow roots as those of fields do; errors stay here, as those of pictures and scripts do. */
    #tell({ bieumau, id, type, ...detail }) {
      const reaches = type !== "error";
      this.dispatchEvent(new CustomEvent(type, { detail: type === "report" ? detail.report : detail, bubbles: reaches, composed: reaches }));
    }
  }

  for (const name of BieuMau.observedAttributes.filter((name) => name !== "lang")) {
    Object.defineProperty(BieuMau.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return this.getAttribute(name) ?? "";
      },
      set(value) {
        if (value === null || value === undefined || value === "") this.removeAttribute(name);
        else this.setAttribute(name, value);
      },
    });
  }
  customElements.define(NAME, BieuMau);

  /** The lines to frames that the portal has put up itself. */
  const lines = new WeakMap();

  /**
   * Such a frame is fitted to its page and dressed, and what the page says comes as events of the frame. `hasGreeted` says
   * that its page was heard already.
   */
  function adopt(frame, hasGreeted) {
    if (lines.has(frame)) return lines.get(frame);
    const address = new URL(frame.src, document.baseURI);
    const tell = ({ bieumau, id, type, ...detail }) => frame.dispatchEvent(new CustomEvent(`bieumau-${type}`, { detail: type === "report" ? detail.report : detail, bubbles: true }));
    const wish = (message) => line.ask(message).then(tell, ({ code, said }) => tell({ type: "error", code, message: said }));
    const line = new Line(frame, address, (message) => {
      if (message.type === "height") return fitted(frame, message);
      if (message.type === "ready") {
        const language = address.searchParams.has("lang") ? {} : { language: languageOf(frame) };
        line.ask({ type: "set", theme: themeOf(frame), ...language }).catch(({ code, said }) => tell({ type: "error", code, message: said }));
      }
      tell(message);
    });
    lines.set(frame, line);
    // Whoever has something to ask says it to the frame; the answer comes as an event too.
    frame.addEventListener("bieumau-ask", ({ detail }) => wish(detail));
    if (address.searchParams.has("host")) {
      if (!hasGreeted) line.knock();
    } else {
      address.searchParams.set("host", location.origin);
      frame.src = address.href;
    }
    return line;
  }

  const OWN = "iframe[data-bieu-mau]";
  const adoptAll = () => document.querySelectorAll(OWN).forEach((frame) => adopt(frame));
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", adoptAll, { once: true });
  else adoptAll();
  // A frame that comes later is known by its greeting.
  window.addEventListener("message", (event) => {
    const frame = event.source && event.data?.bieumau !== undefined && [...document.querySelectorAll(OWN)].find(({ contentWindow }) => contentWindow === event.source);
    if (frame) adopt(frame, true).take(event);
  });
})();
