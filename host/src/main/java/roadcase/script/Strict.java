package roadcase.script;

import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.DynamicVariable;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.*;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.syntax.Types;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;

/** Goes through a checked method once more: every type that is named, every call and property, octal numbers. */
final class Strict extends CodeVisitorSupport {
    /** What Groovy lets every closure and object say about itself. */
    private static final Set<String> PLUMBING = Set.of("class", "metaClass", "owner", "delegate", "thisObject",
            "binding",
            "resolveStrategy", "directive", "parameterTypes", "maximumNumberOfParameters", "property", "properties");

    private final Guard guard;
    private final Permits permits;

    Strict(Guard guard, Permits permits) {
        this.guard = guard;
        this.permits = permits;
    }

    void visitMethod(MethodNode method) {
        parameters(method.getParameters());
        if (method.getLineNumber() > 0) type(method.getReturnType(), method);
        method.getCode().visit(this);
    }

    private void parameters(Parameter[] parameters) {
        if (parameters != null) for (Parameter p : parameters) type(p.getOriginType(), p);
    }

    private void type(ClassNode type, ASTNode at) {
        String why = permits.refuseType(type);
        if (why != null) guard.refuse(why, at);
    }

    @Override
    public void visitClassExpression(ClassExpression expression) {
        type(expression.getType(), expression);
    }

    @Override
    public void visitConstructorCallExpression(ConstructorCallExpression call) {
        type(call.getType(), call);
        super.visitConstructorCallExpression(call);
    }

    @Override
    public void visitCastExpression(CastExpression cast) {
        if (!ClassHelper.isClassType(cast.getType())) type(cast.getType(), cast);
        super.visitCastExpression(cast);
    }

    @Override
    public void visitArrayExpression(ArrayExpression array) {
        type(array.getElementType(), array);
        super.visitArrayExpression(array);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        if (!declaration.isMultipleAssignmentDeclaration())
            type(declaration.getVariableExpression().getOriginType(), declaration);
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        if (loop.getVariable() != null) type(loop.getVariable().getOriginType(), loop);
        super.visitForLoop(loop);
    }

    @Override
    public void visitCatchStatement(CatchStatement handler) {
        type(handler.getExceptionType(), handler);
        super.visitCatchStatement(handler);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        parameters(closure.getParameters());
        super.visitClosureExpression(closure);
    }

    @Override
    public void visitVariableExpression(VariableExpression v) {
        if (v.getAccessedVariable() instanceof DynamicVariable && PLUMBING.contains(v.getName()) && !guard.isBroken(v))
            guard.refuse(Permits.noWord(v.getName()), v);
    }

    @Override
    public void visitPropertyExpression(PropertyExpression p) {
        String name = p.getPropertyAsString();
        ClassNode of = guard.getType(p.getObjectExpression());
        boolean map = of != null && (of.equals(ClassHelper.MAP_TYPE) || of.implementsInterface(ClassHelper.MAP_TYPE));
        if (!guard.isBroken(p) && !guard.isBroken(p.getObjectExpression())) {
            if (name != null && PLUMBING.contains(name) && !map)
                guard.refuse(Permits.noWord(name), p.getProperty());
            else if (p.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET) == null)
                type(p.getObjectExpression() instanceof ClassExpression c ? c.getType() : of, p);
        }
        super.visitPropertyExpression(p);
    }

    /** {@code thing['name']} would reach every property of a thing, checked by nobody. */
    @Override
    public void visitBinaryExpression(BinaryExpression sum) {
        ClassNode of = guard.getType(sum.getLeftExpression());
        if (sum.getOperation().getType() == Types.LEFT_SQUARE_BRACKET && !permits.hasPlaces(of) && !guard.isBroken(sum)
                && !guard.isBroken(sum.getLeftExpression()))
            guard.refuse("[ ] counts or looks up in lists, and this is none", sum);
        super.visitBinaryExpression(sum);
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        boolean known = guard.getTargetMethod(call) != null || call.isSpreadSafe();
        if (!known && !guard.isBroken(call))
            guard.refuse("'" + call.getMethodAsString()
                    + "' cannot be checked here: say what kind of thing it is said to,"
                    + " as in { Integer number -> ... }", call);
        super.visitMethodCallExpression(call);
    }

    @Override
    public void visitConstantExpression(ConstantExpression constant) {
        Object text = constant.getNodeMetaData("_INTEGER_LITERAL_TEXT");
        if (text instanceof String written && written.matches("0[0-9_]+"))
            guard.refuse("write " + written.replaceFirst("^[0_]+(?=.)", "") + ", not " + written
                    + ": Groovy reads a leading zero as an octal number (" + constant.getValue() + ")", constant);
    }
}
