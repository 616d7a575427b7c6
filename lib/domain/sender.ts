/** What can stand in a text's "from". Senders are never recipients. */
export type SenderKind = 'phone-number' | 'short-code' | 'alphanumeric' | 'messaging-service';

/** 3 to 8 digits: 5–6 in North America, others elsewhere. */
const SHORT_CODE = /^\d{3,8}$/;
const E164 = /^\+[1-9]\d{6,14}$/;
/** GSM 03.40: up to 11 characters; at least one letter tells it from a number. Punctuation as Twilio allows it. */
const ALPHANUMERIC = /^(?=.*[A-Za-z])[A-Za-z0-9 +\-_&.]{1,11}$/;
/** https://www.twilio.com/docs/glossary/what-is-a-sid */
const MESSAGING_SERVICE = /^MG[0-9a-f]{32}$/i;

/** What kind of sender this is; null when it is none. Spaces, dashes and brackets in a number are forgiven. */
export function senderKind(sender: string): SenderKind | null {
	const text = sender.trim();
	if (MESSAGING_SERVICE.test(text)) return 'messaging-service';
	if (SHORT_CODE.test(text)) return 'short-code';
	if (E164.test(tidyNumber(text))) return 'phone-number';
	return ALPHANUMERIC.test(text) ? 'alphanumeric' : null;
}

/** The sender as carriers want it. */
export const normaliseSender = (sender: string): string =>
	senderKind(sender) === 'phone-number' ? tidyNumber(sender) : sender.trim();

const tidyNumber = (text: string) => text.replace(/[\s().-]/g, '');
