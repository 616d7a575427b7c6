// The box in which one types as the customer.
'use strict';

globalThis.SandboxReply = (() => {
	const { el, ask } = globalThis.SandboxParts;

	const COMMON_REPLIES = ['YES', 'STOP', 'HELP'];

	/** Makes the reply form work. What becomes of a text is shown on its bubble, not here. */
	function wireReply(byId, selectedPhone) {
		const box = byId('reply-text');
		const problem = byId('reply-problem');

		async function send(text) {
			problem.textContent = '';
			try {
				await ask('POST', '/reply', { phone: selectedPhone(), to: byId('reply-to').value, text });
			} catch (error) {
				problem.textContent = error.message;
			}
		}

		function grow() {
			box.style.height = 'auto';
			box.style.height = `${box.scrollHeight + 2}px`;
		}

		byId('reply').addEventListener('submit', (event) => {
			event.preventDefault();
			const text = box.value.trim();
			if (!text) return;
			box.value = '';
			grow();
			void send(text);
		});
		box.addEventListener('input', grow);
		box.addEventListener('keydown', (event) => {
			if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
			event.preventDefault();
			byId('reply').requestSubmit();
		});
		byId('chips').replaceChildren(
			...COMMON_REPLIES.map((text) => {
				const onclick = () => void send(text);
				return el('button', { type: 'button', className: 'chip', 'data-test-id': `chip-${text}`, onclick }, text);
			}),
		);
	}

	return { wireReply };
})();
