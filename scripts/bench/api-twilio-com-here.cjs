// Loaded into n8n by scripts/bench/send.ts only: connections to api.twilio.com end at a server of our own, so that n8n's own
// Twilio node, which knows no other address, can be measured without touching the machine's hosts file.
const net = require('node:net');

const port = Number(process.env.BENCH_TWILIO_PORT);
const connect = net.Socket.prototype.connect;

net.Socket.prototype.connect = function (...args) {
	const options = Array.isArray(args[0]) ? args[0][0] : args[0];
	if (options && options.host === 'api.twilio.com') Object.assign(options, { host: '127.0.0.1', port });
	return connect.apply(this, args);
};
