// How one conversation looks: bubbles, ticks, the numbers a customer can answer.
'use strict';

globalThis.SandboxConversation = (() => {
	const words = globalThis.SandboxWords;
	const { el, icon, credentialCards } = globalThis.SandboxParts;

	function textNodes(text) {
		return words
			.splitLinks(text)
			.map((part) =>
				part.href ? el('a', { href: part.href, target: '_blank', rel: 'noopener noreferrer' }, part.text) : part.text,
			);
	}

	function content({ text, media }) {
		const empty = el('span', { className: 'bubble-empty' }, 'Empty text');
		return [
			...(text ? textNodes(text) : media.length > 0 ? [] : [empty]),
			...media.flatMap((url, index) => [...(text || index > 0 ? [el('br')] : []), ...textNodes(url)]),
		];
	}

	function tickOf(message) {
		const { icon: name, words: text } = words.delivery(message);
		return el('span', { className: 'tick', 'data-test-id': 'tick', 'data-status': message.status }, icon(name), text);
	}

	function bubble(message) {
		const own = message.direction === 'inbound';
		const made = el(
			'li',
			{
				className: own ? 'bubble own' : 'bubble',
				'data-test-id': 'bubble',
				'data-id': message.id,
				'data-direction': message.direction,
				'data-status': message.status,
			},
			el('div', { className: 'bubble-text', 'data-test-id': 'bubble-text' }, ...content(message)),
			el(
				'div',
				{ className: 'bubble-meta', 'data-test-id': 'bubble-meta' },
				el('time', { dateTime: new Date(message.createdAt).toISOString() }, words.clock(message.createdAt)),
				el('span', {}, words.segments(message.segments)),
				el('span', {}, message.encoding),
				own ? null : tickOf(message),
			),
		);
		if (own && message.webhook) {
			const { outcome } = message.webhook;
			const text = words.outcome(message.webhook);
			made.append(
				el('div', { className: 'outcome', 'data-test-id': 'webhook-outcome', 'data-outcome': outcome }, text),
			);
		}
		return made;
	}

	function senderLabel(message, carrierLabel) {
		const own = message.direction === 'inbound';
		const origin = words.origin(message);
		return el(
			'li',
			{ className: own ? 'from own' : 'from', 'data-test-id': 'bubble-sender' },
			own ? 'to ' : '',
			el('b', {}, words.formatPhone(message.sender)),
			` · ${carrierLabel}${origin ? ` · ${origin}` : ''}`,
		);
	}

	/** Whether two texts that follow each other stand under one label. */
	const sameSide = (a, b) => a.sender === b.sender && a.direction === b.direction && a.origin === b.origin;

	/** What a conversation consists of: days, senders and bubbles, each with a key that stays the same. */
	function rowsOf(messages, carrierLabelOf) {
		const rows = [];
		let before = null;
		for (const message of messages) {
			const day = words.day(message.createdAt, Date.now());
			const newDay = !before || words.day(before.createdAt, Date.now()) !== day;
			if (newDay) rows.push({ key: `day ${message.id} ${day}`, make: () => el('li', { className: 'day' }, day) });
			if (newDay || !sameSide(before, message)) {
				const make = () => senderLabel(message, carrierLabelOf(message.carrier));
				rows.push({ key: `from ${message.id}`, make });
			}
			rows.push({ key: message.id, version: String(message.revision), make: () => bubble(message) });
			before = message;
		}
		return rows;
	}

	/**
	 * Shows `messages`, oldest first. What did not change keeps its element and its place, and with it a selection in its
	 * text. `arriving` lets new bubbles move in.
	 */
	function showBubbles(list, messages, carrierLabelOf, arriving) {
		const present = new Map([...list.children].map((child) => [child.dataset.key, child]));
		const items = rowsOf(messages, carrierLabelOf).map(({ key, version = '', make }) => {
			const old = present.get(key);
			if (old?.dataset.version === version) return old;
			const made = make();
			made.dataset.key = key;
			made.dataset.version = version;
			if (old) old.replaceWith(made);
			else if (arriving) made.classList.add('arriving');
			return made;
		});
		const wanted = new Set(items);
		for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
		items.forEach((item, index) => {
			if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
		});
	}

	/** Offers the numbers that a customer can text: first those that texted this phone, the latest of them on top. */
	function offerNumbers(select, messages, numbers, carrierLabelOf) {
		const known = new Map(numbers.map((number) => [number.number, number]));
		const texted = [...new Set(messages.map(({ sender }) => sender).reverse())];
		const offered = [...new Set([...texted.filter((sender) => known.has(sender)), ...known.keys()])];
		if (select.dataset.offered === offered.join()) return;
		select.dataset.offered = offered.join();
		select.replaceChildren(
			...offered.map((number) =>
				el('option', { value: number }, `${words.formatPhone(number)} · ${carrierLabelOf(known.get(number).carrier)}`),
			),
		);
	}

	/** What stands beside the phones while none is open. */
	function welcome(credentials, nothingYet) {
		const heading = (title, lead, className = '') =>
			el('div', { className }, el('h2', {}, title), el('p', { className: 'lead' }, lead));
		if (!nothingYet) return heading('Choose a phone', 'Its conversation opens here.', 'choose');
		const step = (text, ...more) => el('li', {}, el('div', {}, el('p', {}, text), ...more));
		return el(
			'div',
			{ className: 'welcome-card' },
			heading(
				'Your customers’ phones will appear here',
				'This is a carrier on your own machine. Texts sent through it end on this page, and nowhere else.',
			),
			el(
				'ol',
				{ className: 'steps' },
				step(
					'In n8n, make a credential for one of the carriers with these values.',
					credentialCards(credentials, { brief: true }),
				),
				step('Send an order update to any number, for example +1 415 555 0123. Its phone opens here, with the text.'),
				step('Answer as the customer, try STOP, and use Controls to see what happens when things go wrong.'),
			),
		);
	}

	return { showBubbles, offerNumbers, welcome };
})();
