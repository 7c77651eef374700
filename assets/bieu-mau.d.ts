/** The element <bieu-mau> and the frames <iframe data-bieu-mau>, for programs of a portal (docs/embedding.md). */

/** A report document, `bieumau.report/1` (schemas/report.schema.json). */
export interface BieuMauReport {
  format: string;
  form: { id: string; version: number };
  agency: { code: string; name: string; level: string };
  period: { id: string; from?: string; to?: string };
  state: "draft" | "complete" | "amended";
  entries: Record<string, BieuMauEntry>;
  derived: Record<string, { number?: string; reason?: string; numerator?: string; denominator?: string }>;
  [member: string]: unknown;
}

/** What stands in a row; `{}` where it is blank. Numbers are decimal texts: `"83.49"`. */
export interface BieuMauEntry {
  number?: string;
  choice?: string;
  text?: string;
  not_applicable?: true;
  unreadable?: string;
  note?: string;
}

export interface BieuMauState {
  /** The report that is open; absent where none is. */
  form?: string;
  agency?: string;
  period?: string;
  state?: "draft" | "complete" | "amended";
  saved: "saved" | "saving" | "failed";
  filled: number;
  expected: number;
  errors: number;
  warnings: number;
}

export interface BieuMauTrouble {
  code:
    | "version" | "malformed" | "not_ready" | "no_report" | "refused" | "not_complete" | "too_large"
    | "no_answer" | "removed" | "no_origin" | "no_document";
  message: { vi: string; en: string };
}

export interface BieuMauEvents {
  /** Where what is typed is kept: in this browser, or nowhere, so that the portal should. */
  ready: CustomEvent<{ store: "own" | "memory" }>;
  change: CustomEvent<{ row: string; entry: BieuMauEntry }>;
  state: CustomEvent<BieuMauState>;
  /** The officer has declared the report complete, or handed it to the portal. */
  report: CustomEvent<BieuMauReport>;
  error: CustomEvent<BieuMauTrouble>;
}

export interface BieuMauElement extends HTMLElement {
  form: string;
  agency: string;
  period: string;
  mode: "" | "edit" | "view";
  /** The address of a report that is only shown. */
  report: string;
  /** Where the page lies, if not beside the script. */
  src: string;
  /** Opens a report; the answer is the report as it stands then. */
  load(report: BieuMauReport | string): Promise<BieuMauReport>;
  /** The report that is open. */
  read(): Promise<BieuMauReport>;
  /** Declares the report complete. What stands against it is an error with the code `not_complete`. */
  complete(): Promise<BieuMauState>;
  /** Takes the custom properties over again. */
  restyle(): Promise<void>;
  addEventListener<Type extends keyof BieuMauEvents>(type: Type, listener: (event: BieuMauEvents[Type]) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "bieu-mau": BieuMauElement;
  }
}
