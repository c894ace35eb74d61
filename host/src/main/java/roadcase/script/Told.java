package roadcase.script;

import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** A refusal in our own words, which needs no rewording. */
final class Told extends SyntaxException {
    private static final long serialVersionUID = 1L;

    private Told(String sentence, int line, int column) {
        super(sentence, line, column);
    }

    static SyntaxErrorMessage at(ASTNode node, String sentence, SourceUnit source) {
        int line = node == null ? 1 : Math.max(1, node.getLineNumber());
        int column = node == null ? 1 : Math.max(1, node.getColumnNumber());
        return new SyntaxErrorMessage(new Told(sentence, line, column), source);
    }
}
