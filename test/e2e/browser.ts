// n8n's editor in a headless Chromium, for tests and for the screenshots of the user guide.
import { existsSync, mkdirSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import type { Owner } from '../../demo/n8n-connection';

export interface Editor {
	page: Page;
	/** What the browser's console reported as an error since it was opened, except what n8n always reports. */
	consoleErrors: string[];
	openWorkflow(id: string): Promise<void>;
	close(): Promise<void>;
}

const projectRoot = dirname(dirname(__dirname));
const SCREENSHOTS = join(projectRoot, '.local', 'screenshots');

// Quiet without a network: nothing but 127.0.0.1 has an address for this browser.
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Chromium or Chrome: CHROMIUM_PATH where it is set, else on the PATH or at the usual places. */
export function findChromium(): string {
	const wanted = process.env['CHROMIUM_PATH'];
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome.exe'];
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const candidates = [
		...folders.flatMap((folder) => names.map((name) => join(folder, name))),
		...names.map((name) => join('/usr/bin', name)),
		'/snap/bin/chromium',
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	];
	const found = wanted ? [wanted].find(existsSync) : candidates.find(existsSync);
	if (found) return found;
	throw new Error(
		wanted
			? `CHROMIUM_PATH is ${wanted}, but there is no such file`
			: 'No Chromium or Chrome found. Install one (Debian, Ubuntu: apt-get install chromium) or set CHROMIUM_PATH to its binary',
	);
}

/** Opens n8n's editor as its owner. `dark` asks for the dark theme, as the operating system would. */
export async function openEditor({
	url,
	owner,
	dark = false,
}: {
	url: string;
	owner: Owner;
	dark?: boolean;
}): Promise<Editor> {
	const browser = await chromium.launch({ executablePath: findChromium(), args: FLAGS });
	try {
		const page = await browser.newPage({
			viewport: { width: 1440, height: 900 },
			colorScheme: dark ? 'dark' : 'light',
			deviceScaleFactor: 2, // sharp enough for the guide
		});
		const consoleErrors = collectErrors(page);
		// Without the form, whose page takes as long to load as the editor's. n8n binds a session to no browser when the
		// one that signs in sends no browser-id.
		const login = await page.request.post(`${url}/rest/login`, {
			data: { emailOrLdapLoginId: owner.email, password: owner.password },
		});
		if (!login.ok()) throw new Error(`Signing in to ${url} as ${owner.email}: ${login.status()} ${await login.text()}`);
		const openWorkflow = async (id: string) => {
			await page.goto(`${url}/workflow/${id}`);
			await page.locator('[data-test-id="canvas-node"]').first().waitFor();
			await settled(page);
		};
		return { page, consoleErrors, openWorkflow, close: async () => await browser.close() };
	} catch (error) {
		await browser.close();
		throw error;
	}
}

/** Opens a node's parameter panel and gives it. */
export async function openNode(page: Page, name: string): Promise<Locator> {
	await page.locator(`[data-test-id="canvas-node"][data-node-name="${name}"]`).dblclick();
	const panel = page.locator('[data-test-id="ndv"], .ndv-wrapper').first();
	await panel.waitFor();
	await settled(page);
	return panel;
}

/** Closes the panel of the node that is open. */
export async function closeNode(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await settled(page);
}

/** Takes a picture of the page, or of a part of it, as .local/screenshots/<name>.png. Gives its path. */
export async function screenshot(target: Page | Locator, name: string): Promise<string> {
	mkdirSync(SCREENSHOTS, { recursive: true });
	const path = join(SCREENSHOTS, `${name}.png`);
	await target.screenshot({ path, animations: 'disabled' });
	return path;
}

/** The editor loads node types and icons after its page. */
async function settled(page: Page): Promise<void> {
	await page.waitForLoadState('networkidle').catch(() => {}); // an open push connection may keep it from idling
	await page.waitForTimeout(1_000); // panels slide in
}

/** Requests whose failure the browser reports and the editor expects. */
const EXPECTED_FAILURES = [
	/401.*\/rest\/login$/, // who is signed in? nobody yet
	/404.*\/schemas\/[^/]+\/[\w./-]+\.json$/, // what does this node put out? few packages ship an answer (__schema__)
];

function collectErrors(page: Page): string[] {
	const errors: string[] = [];
	page.on('pageerror', (error) => errors.push(String(error)));
	page.on('console', (message) => {
		if (message.type() !== 'error') return;
		const error = `${message.text()} ${message.location().url}`;
		if (!EXPECTED_FAILURES.some((expected) => expected.test(error))) errors.push(error);
	});
	return errors;
}
