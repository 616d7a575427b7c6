// HTTP as the carriers' adapters see it: values, no I/O.

/** A request without authorisation: the credential adds it. */
export interface WireRequest {
	readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string | undefined;
}

export interface WireResponse {
	readonly status: number;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
	/** When the answer came, for a Retry-After that is a date. */
	readonly receivedAt: Date;
}

/** A webhook as it came in. */
export interface WebhookRequest {
	readonly method: string;
	/** The public URL that was called, with its query as the sender wrote it: what signatures are made over. */
	readonly url: string;
	/** Lower-case names. */
	readonly headers: Readonly<Record<string, string>>;
	/** The exact bytes, as text. */
	readonly body: string;
	/** The clock to judge timestamps by. */
	readonly receivedAt: Date;
}

/** JSON, or undefined for anything else. */
export function jsonOf(body: string): unknown {
	try {
		return JSON.parse(body);
	} catch {
		return undefined;
	}
}

/** Milliseconds of a Retry-After header: seconds or an HTTP date. Undefined without one. */
export function retryAfterMs(response: WireResponse): number | undefined {
	const value = response.headers['retry-after']?.trim();
	if (!value) return undefined;
	if (/^\d+(\.\d+)?$/.test(value)) return Math.round(Number(value) * 1000);
	const date = /\d{4}/.test(value) ? Date.parse(value) : Number.NaN; // Date.parse makes a date of "-5" too
	return Number.isNaN(date) ? undefined : Math.max(0, date - response.receivedAt.getTime());
}
