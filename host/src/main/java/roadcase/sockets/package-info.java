/**
 * WebSockets, given and taken: the only package that knows the web server (Undertow) and the JDK's client. Network
 * ports stand on it, and the page in the browser will.
 *
 * <p>Refuses to know: what is said over a wire. Whatever a stranger sends ends here or goes on as one whole text of
 * bounded length; a web page of somebody else is turned away at the door.
 *
 * <pre>
 *   stranger ──► SocketServer ──Doorman──► Ear (hears whole texts, learns once that the wire is gone)
 *                    Origin, Host, path, how many            ▲
 *   SocketClient ──connect, one second──► Wire ──────────────┘
 *                                          send never blocks, bounded; quiet and stuck are measured
 * </pre>
 */
package roadcase.sockets;
