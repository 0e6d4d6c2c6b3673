"""An S3 service in memory, with one bucket. It lets in only what Amazon's own library would have signed alike.

Prints its port once it listens.
"""

import hmac
from urllib.parse import parse_qsl, urlencode

from botocore.auth import S3SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.s3.models import s3_backends
from werkzeug.serving import WSGIRequestHandler, make_server

KEY, SECRET, REGION, BUCKET = "motcua", "bucket-secret", "vn-south-1", "dossiers"


class Door:
    def __init__(self, inside):
        self.inside = inside

    def __call__(self, environ, start_response):
        if not is_ours(environ):
            start_response("403 Forbidden", [("Content-Type", "text/plain")])
            return [b"SignatureDoesNotMatch"]
        return self.inside(environ, start_response)


def is_ours(environ):
    query = dict(parse_qsl(environ["QUERY_STRING"], keep_blank_values=True))
    given = query.pop("X-Amz-Signature", "")
    host, path = environ["HTTP_HOST"], environ["PATH_INFO"]
    url = f"http://{host}{path}?{urlencode(query)}"
    request = AWSRequest(environ["REQUEST_METHOD"], url, headers={"host": host})
    request.context["timestamp"] = query.get("X-Amz-Date", "")
    signer = S3SigV4QueryAuth(Credentials(KEY, SECRET), "s3", REGION)
    signed = signer.signature(signer.string_to_sign(request, signer.canonical_request(request)), request)
    names_us = query.get("X-Amz-Credential") == signer.scope(request)
    return names_us and hmac.compare_digest(signed, given)


class Silent(WSGIRequestHandler):
    protocol_version = "HTTP/1.1"

    def log(self, *_):
        pass


s3_backends["123456789012"]["aws"].create_bucket(BUCKET, REGION)
inside = DomainDispatcherApplication(create_backend_app)
server = make_server("127.0.0.1", 0, Door(inside), threaded=True, request_handler=Silent)
print(server.server_port, flush=True)
server.serve_forever()
