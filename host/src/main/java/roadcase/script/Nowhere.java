package roadcase.script;

import java.util.Set;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.*;
import org.codehaus.groovy.ast.stmt.*;
import org.codehaus.groovy.syntax.Types;

/**
 * Finds lines that go nowhere: what they make is neither used nor finished.
 *
 * <p>The last line of a closure is its answer, except in a block and in a reaction that answers nothing.
 */
final class Nowhere extends CodeVisitorSupport {
    private static final Set<String> DOING = Set.of("<<", "[");

    private final Guard guard;
    private boolean lastIsAnswer;

    Nowhere(Guard guard) {
        this.guard = guard;
    }

    void visitMethod(MethodNode method) {
        lastIsAnswer = !method.getName().equals("run") && !ClassHelper.isPrimitiveVoid(method.getReturnType());
        method.getCode().visit(this);
    }

    @Override
    public void visitBlockStatement(BlockStatement block) {
        boolean outer = lastIsAnswer;
        var statements = block.getStatements();
        for (int i = 0; i < statements.size(); i++) {
            lastIsAnswer = outer && i == statements.size() - 1;
            statements.get(i).visit(this);
        }
        lastIsAnswer = outer;
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        withoutAnswer(() -> super.visitForLoop(loop));
    }

    @Override
    public void visitWhileLoop(WhileStatement loop) {
        withoutAnswer(() -> super.visitWhileLoop(loop));
    }

    @Override
    public void visitDoWhileLoop(DoWhileStatement loop) {
        withoutAnswer(() -> super.visitDoWhileLoop(loop));
    }

    private void withoutAnswer(Runnable visit) {
        boolean outer = lastIsAnswer;
        lastIsAnswer = false;
        visit.run();
        lastIsAnswer = outer;
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        boolean outer = lastIsAnswer;
        lastIsAnswer = guard.braces().answers(closure);
        super.visitClosureExpression(closure);
        lastIsAnswer = outer;
    }

    @Override
    public void visitExpressionStatement(ExpressionStatement statement) {
        Expression e = statement.getExpression();
        if (!lastIsAnswer && !guard.isBroken(e)) judge(e);
        super.visitExpressionStatement(statement);
    }

    private void judge(Expression e) {
        ClassNode type = guard.getType(e);
        String how = e instanceof DeclarationExpression || isAssignment(e) ? null : Vocabulary.unfinished(type);
        if (how != null) guard.refuse("this line goes nowhere: " + how, e);
        else if (doesNothing(e)) guard.refuse("this line does nothing: what it gives is not used", e);
    }

    private static boolean isAssignment(Expression e) {
        return e instanceof BinaryExpression b && b.getOperation()
                .isA(Types.ASSIGNMENT_OPERATOR);
    }

    private static boolean doesNothing(Expression e) {
        if (e instanceof BinaryExpression b)
            return !(e instanceof DeclarationExpression) && !isAssignment(e)
                    && !DOING.contains(b.getOperation().getText());
        return e instanceof PropertyExpression || e instanceof VariableExpression || e instanceof ConstantExpression
                && !e.getText().equals("null") || e instanceof GStringExpression || e instanceof ListExpression
                || e instanceof MapExpression || e instanceof RangeExpression || e instanceof ClosureExpression
                || e instanceof NotExpression || e instanceof UnaryMinusExpression || e instanceof ClassExpression;
    }
}
