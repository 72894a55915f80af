"""One server for all journeys of a process, which can be waited for until it has nothing to do."""

import socket
import threading
from typing import Any

from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.servers.basehttp import ThreadedWSGIServer
from django.test.testcases import LiveServerThread

from tests.running import PATIENCE

HOST = "localhost"


class Server(ThreadedWSGIServer):
    """A server that counts its open connections, each of which is a thread with a request."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._open, self._changed = 0, threading.Condition()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Begin a thread for a connection that was just accepted."""
        with self._changed:
            self._open += 1
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """End a connection, and what its thread has with the database."""
        super().shutdown_request(request)
        with self._changed:
            self._open -= 1
            self._changed.notify_all()

    def wait_until_idle(self) -> None:
        """Return when every request has been answered; who asked must have hung up."""
        address: Any = self.server_address
        with socket.create_connection(address[:2], PATIENCE) as last:
            last.shutdown(socket.SHUT_WR)
            last.recv(1)  # it ends when it was accepted, and so was all that came before it
        with self._changed:
            assert self._changed.wait_for(lambda: self._open == 0, PATIENCE), "Somebody still asks."


class Thread(LiveServerThread):
    """The thread in which the server accepts connections."""

    server_class = Server
    httpd: Server

    def __init__(self) -> None:
        super().__init__(HOST, StaticFilesHandler)
        self.daemon = True

    @property
    def url(self) -> str:
        """Return the address of the server."""
        return f"http://{self.host}:{self.port}"

    def serve(self) -> None:
        """Start, and return when it listens."""
        self.start()
        self.is_ready.wait()
        if self.error:
            raise self.error
