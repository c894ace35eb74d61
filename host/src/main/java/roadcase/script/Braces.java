package roadcase.script;

import groovy.lang.DelegatesTo;
import java.util.List;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCall;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.transform.stc.TypeCheckingContext;

/**
 * What the braces around a place are: blocks, with the type whose words hold inside, or reactions, in which nothing may
 * be built. They are marked as soon as the word is known that they are given to.
 */
final class Braces {
    private final TypeCheckingContext context;
    private final Vocabulary vocabulary;

    /** What is kept on a closure's node. */
    private enum Mark { BLOCK_TYPE, BLOCK_WORD, REACTION, REACTION_RESULT }

    Braces(TypeCheckingContext context, Vocabulary vocabulary) {
        this.context = context;
        this.vocabulary = vocabulary;
    }

    boolean inBlock() {
        return block() != null;
    }

    private ClosureExpression block() {
        for (var c : context.getEnclosingClosureStack())
            if (c.getClosureExpression().getNodeMetaData(Mark.BLOCK_TYPE) != null) return c.getClosureExpression();
        return null;
    }

    /** The type whose words may be said here. */
    ClassNode place() {
        return block() == null ? vocabulary.script() : block().getNodeMetaData(Mark.BLOCK_TYPE);
    }

    /** How sentences call this place. */
    String name() {
        return block() == null ? "a script" : block().getNodeMetaData(Mark.BLOCK_WORD) + " { }";
    }

    boolean inReaction() {
        return context.getEnclosingClosureStack().stream()
                .anyMatch(c -> c.getClosureExpression().getNodeMetaData(Mark.REACTION) != null);
    }

    /** Whether a closure's last line is its answer; a block and a reaction that answers nothing have none. */
    boolean answers(ClosureExpression closure) {
        if (closure.getNodeMetaData(Mark.BLOCK_TYPE) != null) return false;
        Object result = closure.getNodeMetaData(Mark.REACTION_RESULT);
        return result == null || result == Boolean.TRUE;
    }

    /** Called before the arguments of the call are looked into. */
    void mark(Expression call, MethodNode target) {
        if (!(call instanceof MethodCall c) || !(c.getArguments() instanceof TupleExpression tuple)) return;
        List<Expression> arguments = tuple.getExpressions();
        Parameter[] parameters = target.getParameters();
        for (int back = 1; back <= Math.min(arguments.size(), parameters.length); back++) {
            Parameter parameter = parameters[parameters.length - back];
            if (!(arguments.get(arguments.size() - back) instanceof ClosureExpression closure)) continue;
            ClassNode delegate = delegate(parameter);
            if (delegate != null) {
                closure.putNodeMetaData(Mark.BLOCK_TYPE, delegate);
                closure.putNodeMetaData(Mark.BLOCK_WORD, target.getName());
            } else if (vocabulary.ours(target.getDeclaringClass())) {
                closure.putNodeMetaData(Mark.REACTION, target.getName());
                MethodNode sam = ClassHelper.findSAM(parameter.getType());
                if (sam != null)
                    closure.putNodeMetaData(Mark.REACTION_RESULT, !ClassHelper.isPrimitiveVoid(sam.getReturnType()));
            }
        }
    }

    private static ClassNode delegate(Parameter parameter) {
        for (AnnotationNode a : parameter.getAnnotations(ClassHelper.make(DelegatesTo.class)))
            if (a.getMember("value") instanceof ClassExpression type) return type.getType();
        return null;
    }
}
