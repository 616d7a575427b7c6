// The list of phones, the open conversation, and what happens to both. The address after # is the phone that is open, so
// that the browser's own back button leads from a conversation to the list.
'use strict';

(() => {
	const words = globalThis.SandboxWords;
	const { el, ask } = globalThis.SandboxParts;
	const { createSeen, phoneItem } = globalThis.SandboxPhones;
	const { showBubbles, offerNumbers, welcome } = globalThis.SandboxConversation;
	const { wireReply } = globalThis.SandboxReply;
	const byId = (id) => document.getElementById(id);

	const THREAD_LENGTH = 500;
	const LIST_LENGTH = 200;
	const CONNECTION_WORDS = { live: 'Live', lost: 'Connection lost', connecting: 'Connecting …' };

	let state = { credentials: [], numbers: [], phoneCount: 0 };
	let blocked = [];
	/** phone → { phone, count, last } */
	let phones = new Map();
	/** The texts of the open conversation, by id, oldest first. */
	let thread = new Map();
	let selected = '';
	const seen = createSeen();

	const panel = globalThis.SandboxPanel.createPanel(byId('panel'), {
		selectedPhone: () => selected,
		onClose: () => showPanel(false),
	});
	const carrierLabelOf = (carrier) => state.credentials.find((one) => one.carrier === carrier)?.label ?? carrier;

	// The list

	function showPhones() {
		const wanted = byId('search').value.trim().toLowerCase();
		const digits = wanted.replace(/\s/g, '');
		const list = byId('phone-list');
		const focused = list.contains(document.activeElement) ? document.activeElement.dataset.phone : undefined;
		const found = [...phones.values()]
			.filter(({ phone, last }) => phone.includes(digits) || last.text.toLowerCase().includes(wanted))
			.sort((a, b) => b.last.number - a.last.number);
		list.replaceChildren(
			...found.slice(0, LIST_LENGTH).map((phone) => phoneItem(phone, seen.isUnread(phone), phone.phone === selected)),
		);
		if (focused) list.querySelector(`[data-phone="${CSS.escape(focused)}"]`)?.focus();
		if (found.length === 0) {
			list.append(el('li', { className: 'phones-none' }, phones.size === 0 ? 'No texts yet' : 'No phone matches'));
		}

		const hidden = wanted ? 0 : Math.max(state.phoneCount, phones.size) - Math.min(found.length, LIST_LENGTH);
		byId('phones-note').hidden = hidden <= 0;
		byId('phones-note').textContent = `${hidden} phones with older texts are not shown.`;
		const unread = found.filter(seen.isUnread).length;
		document.title = unread > 0 ? `(${unread}) SMS sandbox` : 'SMS sandbox';
	}

	// The conversation

	/** Whether the newest text is in view; it then stays in view when texts come or the window changes. */
	let atEnd = true;
	function keepEnd() {
		if (atEnd) byId('thread').scrollTop = byId('thread').scrollHeight;
	}

	function showThread(jumpToEnd) {
		const list = byId('thread');
		atEnd ||= jumpToEnd;
		const messages = [...thread.values()];
		offerNumbers(byId('reply-to'), messages, state.numbers, carrierLabelOf);
		showThreadHead();
		showBubbles(list, messages, carrierLabelOf, !jumpToEnd);
		keepEnd();
	}

	function showThreadHead() {
		const count = Math.max(phones.get(selected)?.count ?? 0, thread.size);
		const isBlocked = blocked.some(({ phone }) => phone === selected);
		const note = byId('thread-note');
		note.textContent = isBlocked
			? 'Blocked by the carrier after STOP. START opens it again.'
			: count === 1
				? '1 text'
				: `${count} texts`;
		note.classList.toggle('blocked-note', isBlocked);
		byId('thread-title').textContent = words.formatPhone(selected);
		byId('thread-avatar').textContent = selected.slice(-2);
		byId('thread-avatar').style.setProperty('--hue', words.hue(selected));
	}

	/** A phone whose last text came from a name is told apart: nobody can answer a name. */
	function warnOfName() {
		const last = [...thread.values()].filter(({ direction }) => direction === 'outbound').at(-1);
		const answerable = !last || state.numbers.some(({ number }) => number === last.sender);
		byId('reply-note').textContent = answerable
			? ''
			: `“${last.sender}” is a name, and a name cannot be answered. The text goes to the number chosen above.`;
	}

	async function openPhone(phone) {
		const sameAsBefore = phone === selected;
		selected = phone;
		if (!sameAsBefore) {
			thread = new Map();
			byId('thread').replaceChildren();
			byId('reply-to').dataset.offered = '';
			panel.offerPhone();
		}
		showView();
		showPhones();
		if (!phone) return;
		await withoutLosingNews(async () => {
			const { messages } = await ask('GET', `/messages?messages=${THREAD_LENGTH}&phone=${encodeURIComponent(phone)}`);
			if (phone !== selected) return;
			thread = new Map(messages.map((message) => [message.id, message]));
			showThread(!sameAsBefore);
			warnOfName();
			seen.mark(phones.get(phone)?.last);
			showPhones();
		});
	}

	function showView() {
		const nothingYet = phones.size === 0;
		byId('app').dataset.view = selected ? 'thread' : nothingYet ? 'welcome' : 'list';
		byId('open-thread').hidden = !selected;
		byId('welcome').hidden = Boolean(selected);
		byId('search').disabled = nothingYet;
		if (!selected) byId('welcome').replaceChildren(welcome(state.credentials, nothingYet));
	}

	const phoneInAddress = () => decodeURIComponent(location.hash.slice(1));

	// What happens

	let loads = 0;
	/** What came while something was loaded, which the loaded state may not have yet. */
	let news = [];
	async function withoutLosingNews(loading) {
		loads++;
		try {
			await loading();
		} finally {
			loads--;
			showMessages(news);
			if (loads === 0) news = [];
		}
	}

	async function load() {
		await withoutLosingNews(async () => {
			state = await ask('GET', '/state?messages=0');
			phones = new Map(state.phones.map((phone) => [phone.phone, phone]));
		});
		panel.showState(state);
		takeSettings(state.settings);
		await openPhone(phoneInAddress());
	}

	function takeSettings(settings) {
		blocked = settings.blocked;
		panel.showSettings(settings);
		if (selected) showThreadHead();
	}

	function takeMessages(messages) {
		if (loads > 0) news.push(...messages);
		showMessages(messages);
	}

	function showMessages(messages) {
		let threadChanged = false;
		for (const message of messages.toSorted((a, b) => a.number - b.number)) {
			const phone = phones.get(message.phone);
			const isOpen = message.phone === selected;
			const known = isOpen ? thread.get(message.id) : undefined;
			if (known && known.revision >= message.revision) continue;
			const isNewest = !phone || message.number > phone.last.number;
			const isNew = isOpen ? !known : isNewest;
			if (isNewest || (message.id === phone.last.id && message.revision > phone.last.revision)) {
				const count = (phone?.count ?? 0) + (isNew ? 1 : 0);
				phones.set(message.phone, { phone: message.phone, count, last: message });
			}
			if (!isOpen) continue;
			thread.set(message.id, message);
			threadChanged = true;
		}
		if (threadChanged) {
			showThread(false);
			warnOfName();
			seen.mark(phones.get(selected)?.last);
		}
		if (byId('app').dataset.view === 'welcome') showView();
		showPhones();
	}

	let reloading = null;
	/** At most once a second, however many texts come. */
	function reloadSoon() {
		reloading ??= setTimeout(() => {
			reloading = null;
			load().catch(() => showConnection('lost'));
		}, 1000);
	}

	function showConnection(connection) {
		const live = byId('live');
		live.dataset.state = connection;
		live.textContent = CONNECTION_WORDS[connection];
	}

	function listen() {
		const events = new EventSource('/_sandbox/events');
		// Whatever happened while nobody listened is in the state
		events.onopen = () =>
			load().then(
				() => showConnection('live'),
				() => showConnection('lost'),
			);
		events.onerror = () => showConnection('lost');
		events.addEventListener('messages', (event) => takeMessages(JSON.parse(event.data)));
		events.addEventListener('settings', (event) => takeSettings(JSON.parse(event.data)));
		events.addEventListener('reload', reloadSoon);
	}

	// What the user does

	function showPanel(open, atCredentials = false) {
		byId('panel').hidden = !open;
		byId('app').classList.toggle('with-panel', open);
		byId('open-controls').setAttribute('aria-expanded', String(open && !atCredentials));
		byId('open-credentials').setAttribute('aria-expanded', String(open && atCredentials));
		if (open && atCredentials) panel.scrollToCredentials();
		else if (open) panel.scrollToTop();
	}

	for (const [id, atCredentials] of [
		['open-controls', false],
		['open-credentials', true],
	]) {
		byId(id).addEventListener('click', () =>
			showPanel(byId(id).getAttribute('aria-expanded') !== 'true', atCredentials),
		);
	}
	wireReply(byId, () => selected);
	byId('search').addEventListener('input', showPhones);
	byId('new-phone').addEventListener('click', () => {
		const form = byId('new-phone-form');
		form.hidden = !form.hidden;
		if (!form.hidden) byId('new-phone-number').focus();
	});
	byId('new-phone-form').addEventListener('submit', (event) => {
		event.preventDefault();
		const phone = byId('new-phone-number').value.replace(/[^\d+]/g, '');
		const good = /^\+[1-9]\d{6,14}$/.test(phone);
		byId('new-phone-problem').textContent = good ? '' : 'Write it with a plus and the country code, like +14155550123.';
		if (!good) return;
		byId('new-phone-form').hidden = true;
		location.hash = phone;
	});
	document.addEventListener('keydown', (event) => {
		if (event.key === 'Escape' && !byId('panel').hidden) showPanel(false);
	});
	document.addEventListener('visibilitychange', () => {
		if (document.hidden || !selected) return;
		seen.mark(phones.get(selected)?.last);
		showPhones();
	});
	byId('thread').addEventListener('scroll', ({ currentTarget: list }) => {
		atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80;
	});
	new ResizeObserver(keepEnd).observe(byId('thread'));
	addEventListener('hashchange', () => void openPhone(phoneInAddress()));
	listen();
})();
