// One phone in the list, and which phones have texts that nobody looked at yet.
'use strict';

globalThis.SandboxPhones = (() => {
	const words = globalThis.SandboxWords;
	const { el } = globalThis.SandboxParts;

	const STORAGE_KEY = 'sms-sandbox-seen';
	const REMEMBERED = 500;

	/** Remembers, over reloads of the page, up to when each phone's texts were looked at. */
	function createSeen() {
		let times = new Map();
		try {
			times = new Map(Object.entries(JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}')));
		} catch {
			// private windows may refuse; the marks then last as long as the page
		}
		return {
			isUnread: ({ phone, last }) => last.direction === 'outbound' && last.createdAt > (times.get(phone) ?? 0),
			/** The text is in view, unless the whole page is not. */
			mark(text) {
				if (!text || document.hidden || (times.get(text.phone) ?? 0) >= text.createdAt) return;
				times.delete(text.phone);
				times.set(text.phone, text.createdAt);
				try {
					localStorage.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries([...times].slice(-REMEMBERED))));
				} catch {
					// see above
				}
			},
		};
	}

	/** A phone as a link to its conversation. */
	function phoneItem({ phone, last }, unread, open) {
		const avatar = el('span', { className: 'avatar', 'aria-hidden': 'true' }, phone.slice(-2));
		avatar.style.setProperty('--hue', words.hue(phone));
		const text = last.text || (last.media.length > 0 ? 'Picture' : 'Empty text');
		const link = el(
			'a',
			{
				className: unread ? 'phone unread' : 'phone',
				href: `#${phone}`,
				'data-test-id': 'phone-item',
				'data-phone': phone,
				'data-unread': String(unread),
				'aria-current': String(open),
			},
			avatar,
			el('span', { className: 'phone-number' }, words.formatPhone(phone)),
			el('span', { className: 'phone-time' }, words.clock(last.createdAt)),
			el('span', { className: 'phone-last' }, last.direction === 'inbound' ? `Customer: ${text}` : text),
		);
		if (unread) {
			const mark = el('span', { className: 'visually-hidden' }, 'unread');
			link.append(el('span', { className: 'phone-mark', 'data-test-id': 'phone-unread' }, mark));
		}
		return el('li', {}, link);
	}

	return { createSeen, phoneItem };
})();
