/** The browser: one context per person, with what went wrong on their pages kept for the end. */
import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
  chromium as playwright,
} from "playwright-core";

const artifacts = join(import.meta.dirname, ".artifacts");

/** These make the package fit a cloud function; several people at once need processes of their own. */
const unwanted = ["--single-process", "--no-zygote", "--disable-web-security", "--allow-running-insecure-content"];

const systemLibraries = ["/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib"];

/**
 * The package brings the few shared libraries Chromium needs beyond the C library, but unpacks them only where it takes the
 * machine for a cloud function. On a bare Debian they are needed as well, with the system's own fonts.
 */
const bringLibraries = () => {
  if (systemLibraries.some((folder) => existsSync(join(folder, "libnss3.so")))) return;
  process.env.AWS_LAMBDA_JS_RUNTIME ??= "nodejs24.x";
  if (existsSync("/etc/fonts")) process.env.FONTCONFIG_PATH ??= "/etc/fonts";
};

export const launch = async (): Promise<Browser> => {
  bringLibraries();
  // Imported only now: the package reads these settings while it loads.
  const { default: chromium } = await import("@sparticuz/chromium");
  return playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((arg) => !unwanted.includes(arg)),
    headless: true,
  });
};

const common: BrowserContextOptions = {
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
  reducedMotion: "reduce",
  acceptDownloads: true,
};

export const devices = {
  desk: { ...common, viewport: { width: 1440, height: 900 } },
  phone: {
    ...common,
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
} satisfies Record<string, BrowserContextOptions>;

export type Device = keyof typeof devices;

/** Someone with a screen. */
export interface Seat {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Script errors, console errors and answers of 500 and above, as they came. */
  readonly complaints: string[];
  /** How often a document was loaded: what appears "by itself" must not raise it. */
  loads(): number;
}

/** The browser's own line for an answer such as 401 or 409; those are looked at by their status instead. */
const isAnswerLine = (text: string): boolean => text.startsWith("Failed to load resource");

const watch = (page: Page, complaints: string[]): (() => number) => {
  let loads = 0;
  page.on("domcontentloaded", () => {
    loads++;
  });
  page.on("pageerror", (error) => complaints.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error" && !isAnswerLine(message.text())) complaints.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} from ${response.url()}`);
  });
  return () => loads;
};

export const seat = async (
  browser: Browser,
  origin: string,
  device: Device,
  name: string,
  like?: Seat,
): Promise<Seat> => {
  const storageState = await like?.context.storageState();
  const context = await browser.newContext({ ...devices[device], baseURL: origin, storageState });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  return { name, context, page, complaints, loads: watch(page, complaints) };
};

/** What every open screen shows, for whoever reads the failure. */
export const shoot = async (seats: readonly Seat[], test: string): Promise<void> => {
  mkdirSync(artifacts, { recursive: true });
  for (const { name, page } of seats) {
    const file = `${test} - ${name}.png`.replace(/[/\\:*?"<>|]/g, "_");
    await page.screenshot({ path: join(artifacts, file), timeout: 10_000 }).catch(() => {});
  }
};
