// What the page says about things, as pure functions: nothing here touches the document.
'use strict';

globalThis.SandboxWords = (() => {
	/** Calling codes of one and two digits (ITU-T E.164 list of country codes); every other one has three. */
	const SHORT_CODES = /^\+(1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

	/** How the digits after the calling code are grouped, by their number. */
	const GROUPS = { 7: [3, 4], 8: [4, 4], 9: [3, 3, 3], 10: [3, 3, 4], 11: [3, 4, 4], 12: [4, 4, 4] };

	/** +14155550100 → +1 415 555 0100; short codes and names stay as they are. */
	function formatPhone(phone) {
		if (!/^\+\d{7,15}$/.test(phone)) return phone;
		const code = SHORT_CODES.exec(phone)?.[0] ?? phone.slice(0, 4);
		let rest = phone.slice(code.length);
		const lengths = code === '+44' ? [4, rest.length - 4] : (GROUPS[rest.length] ?? [rest.length]);
		const groups = lengths.map((length) => {
			const group = rest.slice(0, length);
			rest = rest.slice(length);
			return group;
		});
		return [code, ...groups].join(' ');
	}

	/** A text in parts, of which those with an href are links. Only http and https: nothing else may become a link. */
	function splitLinks(text) {
		const parts = [];
		let end = 0;
		for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"']+/gi)) {
			const url = match[0].replace(/[.,;:!?)\]}]+$/, '');
			if (!URL.canParse(url)) continue;
			if (match.index > end) parts.push({ text: text.slice(end, match.index) });
			parts.push({ text: url, href: url });
			end = match.index + url.length;
		}
		if (end < text.length) parts.push({ text: text.slice(end) });
		return parts;
	}

	const STATUS = {
		accepted: { icon: 'clock', words: 'Accepted' },
		queued: { icon: 'clock', words: 'Queued' },
		scheduled: { icon: 'clock', words: 'Scheduled' },
		sent: { icon: 'check', words: 'Sent' },
		delivered: { icon: 'double-check', words: 'Delivered' },
		undelivered: { icon: 'alert', words: 'Not delivered' },
		failed: { icon: 'alert', words: 'Failed' },
		canceled: { icon: 'alert', words: 'Cancelled' },
		received: { icon: 'check', words: 'Sent' },
	};

	/** The tick of a text: its icon and what stands beside it. */
	function delivery({ status, errorCode }) {
		const { icon, words } = STATUS[status] ?? { icon: 'clock', words: status };
		return { icon, words: errorCode ? `${words} (${errorCode})` : words };
	}

	const ORIGINS = {
		carrier: 'answered by the carrier itself',
		'webhook-answer': 'from the answer to a webhook',
	};
	const origin = (message) => ORIGINS[message.origin] ?? '';

	/** What became of a customer's text. */
	function outcome(webhook) {
		if (!webhook) return '';
		const hint =
			webhook.outcome === 'no-url'
				? ' Set the URL of a workflow under Controls.'
				: webhook.outcome === 'unreachable'
					? ' Is the workflow’s n8n running?'
					: webhook.outcome === 'refused' && (webhook.status === 401 || webhook.status === 403)
						? ' The signature did not convince it: compare the credentials, and the public address of n8n.'
						: webhook.outcome === 'refused' && webhook.status === 404
							? ' Is the workflow active?'
							: '';
		const tries = webhook.attempts > 1 ? ` Tried ${webhook.attempts} times.` : '';
		return webhook.detail + tries + hint;
	}

	const segments = (count) => (count === 1 ? '1 segment' : `${count} segments`);

	const clock = (at) => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

	function day(at, now) {
		const start = (time) => new Date(time).setHours(0, 0, 0, 0);
		const days = Math.round((start(now) - start(at)) / 86_400_000);
		if (days === 0) return 'Today';
		if (days === 1) return 'Yesterday';
		return new Date(at).toLocaleDateString([], { weekday: 'long', day: 'numeric', month: 'long' });
	}

	/** A colour for a phone's avatar that stays the same. */
	const hue = (phone) => [...phone].reduce((sum, digit) => (sum * 31 + digit.charCodeAt(0)) % 360, 7);

	const FAULTS = {
		refuse: ['Close the connection at once', 'The request is not read and nothing is sent.'],
		throttle: ['Too many requests (429)', 'Nothing is sent. The carrier says when to try again.'],
		'server-error': ['Server error (500)', 'Nothing is sent, but the workflow cannot know.'],
		cut: ['Send, but never answer', 'The text arrives. The connection is cut before the answer.'],
		slow: ['Answer slowly', 'The text arrives at once, the answer after 5 seconds.'],
		'delivery-failed': ['Delivery fails', 'Accepted, then not delivered, with an error code.'],
		duplicate: ['Receipts come twice', 'Each receipt is sent two times.'],
		'out-of-order': ['Receipts in the wrong order', '“Delivered” comes before “sent”.'],
		missing: ['No receipts', 'The text arrives, and nobody says so.'],
		late: ['Final receipt comes late', 'Five seconds after the text arrived.'],
		forged: ['Forged receipts', 'Signed with a wrong key: the workflow should refuse them.'],
	};
	const faultTitle = (kind) => FAULTS[kind]?.[0] ?? kind;
	const faultNote = (kind) => FAULTS[kind]?.[1] ?? '';

	/** How often and for whom a fault strikes. */
	function faultScope(fault) {
		const often =
			fault.count !== undefined
				? fault.count === 1
					? 'next text'
					: `next ${fault.count} texts`
				: fault.rate !== undefined
					? `${Math.round(fault.rate * 100)} % of texts`
					: 'every text';
		const whom = fault.phone ? ` to ${formatPhone(fault.phone)}` : '';
		const where = fault.carrier ? ` at ${fault.carrier === 'twilio' ? 'Twilio' : 'Telnyx'}` : '';
		const detail = [fault.code, fault.ms !== undefined ? `${fault.ms / 1000} s` : ''].filter(Boolean).join(', ');
		return often + whom + where + (detail ? ` (${detail})` : '');
	}

	const COUNTERS = {
		apiRequests: 'API requests',
		accepted: 'Accepted',
		refused: 'Refused',
		throttled: 'Throttled',
		serverErrors: 'Server errors',
		cut: 'Cut off',
		closedEarly: 'Closed early',
		receiptsSent: 'Receipts taken',
		receiptsFailed: 'Receipts not taken',
		repliesDelivered: 'Replies taken',
		repliesFailed: 'Replies not taken',
	};
	const counter = (name) => COUNTERS[name] ?? name;

	return {
		formatPhone,
		splitLinks,
		delivery,
		origin,
		outcome,
		segments,
		clock,
		day,
		hue,
		faultTitle,
		faultNote,
		faultScope,
		counter,
	};
})();
