"""An operator's SMPP gateway for tests. What the recipient's number begins with says how it behaves; each submit_sm that it
is handed is a line of JSON in FOLDER, in a file named after the number. Two accounts: motcua, and closed, which has no room."""

import json
import logging
import os
import sys

from smpp.pdu.operations import DeliverSM
from smpp.pdu.pdu_types import CommandStatus, EsmClass, EsmClassMode, EsmClassType, MessageState
from smpp.twisted.config import SMPPServerConfig
from smpp.twisted.protocol import DataHandlerResponse, SMPPServerProtocol
from smpp.twisted.server import SMPPServerFactory
from twisted.cred.error import UnauthorizedLogin
from twisted.internet import defer, reactor

FOLDER = sys.argv[1]
PASSWORDS = {"motcua": "smpp-key", "closed": "smpp-key"}

REFUSED = {
    b"84901": CommandStatus.ESME_RTHROTTLED,
    b"84902": CommandStatus.ESME_RMSGQFUL,
    b"84903": CommandStatus.ESME_RSYSERR,
    b"84904": CommandStatus.ESME_RINVDSTADR,
    b"84906": CommandStatus.ESME_RINVSRCADR,
}
DROPPED, MUTE, SECOND_DROPPED, SECOND_THROTTLED = b"84907", b"84908", b"84931", b"84932"
WITH_RECEIPT = {
    b"84951": ("DELIVRD", MessageState.DELIVERED),
    b"84952": ("UNDELIV", MessageState.UNDELIVERABLE),
    b"84953": ("DELIVRD", None),
}
ANSWERED_BY_SOMEBODY = b"84961"


def put_down(name, what):
    with open(os.path.join(FOLDER, name + ".jsonl"), "a") as file:
        file.write(json.dumps(what) + "\n")


def is_second(octets, has_header):
    return has_header and octets[5] == 2


class Protocol(SMPPServerProtocol):
    def onPDURequest_unbind(self, question):
        put_down("unbound", {"peer": self.transport.getPeer().port})
        super().onPDURequest_unbind(question)


class Gateway:
    """Takes messages, and accounts."""

    taken = 0

    def login(self, credentials, mind, *interfaces):
        if PASSWORDS.get(credentials.username) != credentials.password:
            raise UnauthorizedLogin()
        return interfaces[0], None, lambda: None

    def handed(self, system_id, line, pdu):
        said, octets = pdu.params, pdu.params["short_message"] or b""
        to, has_header = said["destination_addr"], bool(said["esm_class"].gsmFeatures)
        put_down(to.decode(), described(pdu, line))
        start = to[:5]
        second = is_second(octets, has_header)
        if start in REFUSED:
            return REFUSED[start]
        if start == SECOND_THROTTLED and second:
            return CommandStatus.ESME_RTHROTTLED
        if start == DROPPED or start == SECOND_DROPPED and second:
            line.transport.abortConnection()
        if start in (DROPPED, MUTE):
            return defer.Deferred()
        self.taken += 1
        answer = DataHandlerResponse(CommandStatus.ESME_ROK, message_id="id-%d" % self.taken)
        return self.and_then(start, line, pdu, answer)

    def and_then(self, start, line, pdu, answer):
        """What comes with a message, before its answer: the test needn't wait for it."""
        if start in WITH_RECEIPT and wants_receipt(pdu):
            word, state = WITH_RECEIPT[start]
            said = line.sendDataRequest(receipt(pdu, answer.params["message_id"], word, state))
        elif start == ANSWERED_BY_SOMEBODY:
            said = line.sendDataRequest(message(pdu, b"Cam on", EsmClassType.DEFAULT))
        else:
            return answer
        name = pdu.params["destination_addr"].decode() + ".answers"
        said.addCallback(lambda came: put_down(name, came.response.status.name))
        said.addErrback(lambda why: put_down(name, why.value.response.status.name))
        return said.addCallback(lambda _: answer)


def described(pdu, line):
    said = pdu.params
    return {
        "peer": line.transport.getPeer().port,
        "from": said["source_addr"].decode(),
        "from_ton": said["source_addr_ton"].name,
        "from_npi": said["source_addr_npi"].name,
        "to_ton": said["dest_addr_ton"].name,
        "to_npi": said["dest_addr_npi"].name,
        "mode": said["esm_class"].mode.name,
        "type": said["esm_class"].type.name,
        "features": sorted(feature.name for feature in said["esm_class"].gsmFeatures),
        "coding": said["data_coding"].schemeData.name,
        "receipt": said["registered_delivery"].receipt.name,
        "text": (said["short_message"] or b"").hex(),
    }


def wants_receipt(pdu):
    return pdu.params["registered_delivery"].receipt.name == "SMSC_DELIVERY_RECEIPT_REQUESTED"


def message(pdu, text, kind, **fields):
    return DeliverSM(
        source_addr=pdu.params["destination_addr"],
        destination_addr=pdu.params["source_addr"],
        esm_class=EsmClass(EsmClassMode.DEFAULT, kind),
        short_message=text,
        **fields,
    )


def receipt(pdu, number, word, state):
    text = f"id:{number} sub:001 dlvrd:001 submit date:2611280800 done date:2611280801 stat:{word} err:000 text:Ho so"
    fields = {"receipted_message_id": number, "message_state": state} if state else {}
    return message(pdu, text.encode(), EsmClassType.SMSC_DELIVERY_RECEIPT, **fields)


# Who comes and goes is told by the tests.
logging.disable(logging.WARNING)
gateway = Gateway()
systems = {"motcua": {"max_bindings": 100}, "closed": {"max_bindings": 0}}
factory = SMPPServerFactory(SMPPServerConfig(msgHandler=gateway.handed, systems=systems), auth_portal=gateway)
factory.protocol = Protocol
port = reactor.listenTCP(0, factory, interface="127.0.0.1")
reactor.callWhenRunning(lambda: print(port.getHost().port, flush=True))
reactor.run()
