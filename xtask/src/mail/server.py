"""Two SMTP servers for tests: one in the open, one that wants STARTTLS and a password. What the recipient's name begins with
says how they behave; each message taken is a file in FOLDER, named after its Message-ID."""

import asyncio
import os
import re
import ssl
import sys
from email import message_from_bytes

from aiosmtpd.smtp import SMTP, AuthResult

FOLDER = sys.argv[1]
ACCOUNT = (b"motcua", b"mail-secret")


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("gone"):
            return "550 5.1.1 no such user"
        if address.startswith("denied"):
            return "550 5.7.1 relaying denied"
        if address.startswith("busy"):
            return "451 4.2.1 mailbox busy, try again"
        if address.startswith("mute"):
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        to = envelope.rcpt_tos[0]
        name = re.sub("[^0-9a-f-]", "", message_from_bytes(envelope.content)["Message-ID"].split("@")[0])
        with open(os.path.join(FOLDER, name + ".eml"), "ab") as file:
            file.write(f"X-Peer: {session.peer[1]}\r\n".encode() + envelope.content)
        if to.startswith("dropped"):
            server.transport.abort()
        if to.startswith("silent"):
            await asyncio.Event().wait()
        if to.startswith("spam"):
            return "554 5.7.1 looks like spam"
        return f"250 queued as {name}"


def signs_in(server, session, envelope, mechanism, data):
    return AuthResult(success=(data.login, data.password) == ACCOUNT, handled=False)


async def main():
    loop = asyncio.get_running_loop()
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(os.path.join(FOLDER, "cert.pem"), os.path.join(FOLDER, "key.pem"))
    how = {"hostname": "localhost", "enable_SMTPUTF8": False}
    secured = {
        "tls_context": tls,
        "require_starttls": True,
        "auth_required": True,
        "authenticator": signs_in,
    }
    ports = []
    for more in ({}, secured):
        server = await loop.create_server(lambda more=more: SMTP(Handler(), **how, **more), "127.0.0.1", 0)
        ports.append(server.sockets[0].getsockname()[1])
    print(*ports, flush=True)
    await asyncio.Event().wait()


asyncio.run(main())
