/**
 * The shell: commands and live words while a gig plays.
 *
 * <pre>
 * terminal → JLineShell ┐
 * pipe     → PlainShell ├─ line → ShellCommands → Playing → the Conductor, or a rehearsal
 * rehearsal "do":"shell"┘           └ Reply ← lines, errors of scripts, mistakes
 * </pre>
 *
 * Refuses to know how a gig is played: {@link roadcase.cli.shell.Playing} does. {@link
 * roadcase.cli.shell.ShellCommands} refuses to know terminals.
 */
package roadcase.cli.shell;
