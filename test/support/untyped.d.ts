// Development libraries that come without types: what is used of them.
declare module '@trt2/gsm-charset-utils' {
	export function getCharCount(text: string): { charCount: number; msgCount: number; encoding: 'GSM' | 'UCS2' };
	export function isGsmChar(character: string): boolean;
}

declare module 'messagebird/lib/webhook-signature-jwt' {
	import { type KeyObject } from 'node:crypto';
	export class VerifyOptions {
		constructor(
			validateUrl: boolean,
			validatePayload: boolean,
			jwtVerifyOptions: {
				readonly issuer: string;
				readonly algorithms: readonly string[];
				readonly clockTolerance: number;
				readonly currentDate: Date;
			},
		);
	}
	/** Rejects what is not signed. */
	export function verify(
		url: string,
		payload: Buffer,
		jwt: string,
		secret: KeyObject,
		options: VerifyOptions,
	): Promise<void>;
}
