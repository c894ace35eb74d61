package roadcase.script;

import groovy.transform.CompilationUnitAware;
import groovy.transform.CompileStatic;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapEntryExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;
import org.codehaus.groovy.transform.sc.StaticCompilationVisitor;
import org.codehaus.groovy.transform.sc.StaticCompileTransformation;
import org.codehaus.groovy.transform.stc.StaticTypeCheckingVisitor;
import org.codehaus.groovy.transform.stc.StaticTypesMarker;
import roadcase.rig.Spelling;

/** Compiles every class of a script statically, with {@link Guard} at the side of Groovy's type checker. */
final class Checker extends CompilationCustomizer implements CompilationUnitAware {
    private final Dialect dialect;
    private final Vocabulary vocabulary;
    private final TypeNames types;
    private final Map<String, Class<?>> known;
    private CompilationUnit unit;

    /** @param known names that a line at the prompt sees, or null in a script */
    Checker(Dialect dialect, Vocabulary vocabulary, TypeNames types, Map<String, Class<?>> known) {
        super(CompilePhase.INSTRUCTION_SELECTION);
        this.known = known;
        this.dialect = dialect;
        this.vocabulary = vocabulary;
        this.types = types;
    }

    @Override
    public void setCompilationUnit(CompilationUnit unit) {
        this.unit = unit;
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        StaticCompileTransformation transformation = new StaticCompileTransformation() {
            @Override
            protected StaticTypeCheckingVisitor newVisitor(SourceUnit of, ClassNode node) {
                return new Visitor(of, node);
            }
        };
        transformation.setCompilationUnit(unit);
        AnnotationNode annotation = new AnnotationNode(ClassHelper.make(CompileStatic.class));
        transformation.visit(new ASTNode[] {annotation, type}, source);
    }

    private final class Visitor extends StaticCompilationVisitor {
        private final Guard guard;

        Visitor(SourceUnit source, ClassNode type) {
            super(source, type);
            guard = new Guard(this, dialect, vocabulary, types, known);
            addTypeCheckingExtension(guard);
        }

        @Override
        public void visitExpressionStatement(ExpressionStatement statement) {
            guard.at(statement);
            super.visitExpressionStatement(statement);
        }

        /** What Groovy's checker found by itself, where {@link Guard} was not asked first. */
        @Override
        protected void addStaticTypeError(String message, ASTNode node) {
            // Groovy says nothing about places that nobody wrote, such as its own annotations; neither do we.
            if (node.getLineNumber() <= 0 || node instanceof Expression e && guard.isBroken(e)) return;
            MethodCallExpression call = typeCheckingContext.getEnclosingMethodCall() instanceof MethodCallExpression m
                    ? m : null;
            String sentence = null;
            if (call != null && message.startsWith("required named param"))
                sentence = NamedArguments.required(message, node, call);
            else if (call != null && message.startsWith("unexpected named arg"))
                sentence = NamedArguments.unexpected(message, call);
            else if (call != null && message.startsWith("argument for named param")
                    && node instanceof MapEntryExpression entry)
                sentence = NamedArguments.wrongType(message, call,
                        vocabulary.plain(getType(entry.getValueExpression())));
            guard.refuse(sentence == null ? Reword.checker(message) : sentence, node);
        }
    }

    /** {@code bank 'A', chanel: 1}. */
    private static final class NamedArguments {
        static String required(String message, ASTNode node, MethodCallExpression call) {
            String wanted = quoted(message);
            List<String> names = names(call);
            if (node instanceof MapExpression given)
                for (MapEntryExpression entry : given.getMapEntryExpressions())
                    if (!names.contains(entry.getKeyExpression().getText()))
                        return hasNo(entry.getKeyExpression().getText(), call);
            return "'" + call.getMethodAsString() + "' needs " + wanted + ": too, as in " + wanted + ": ...";
        }

        static String unexpected(String message, MethodCallExpression call) {
            return hasNo(message.substring(message.indexOf(':') + 1).trim(), call);
        }

        static String wrongType(String message, MethodCallExpression call, String given) {
            return call.getMethodAsString() + " does not take " + given + " for '" + quoted(message) + ":'; it takes "
                    + Reword.kind(message.replaceFirst("(?s).*but expected '(.*)'.*", "$1"));
        }

        private static String hasNo(String name, MethodCallExpression call) {
            List<String> names = names(call);
            return call.getMethodAsString() + " has no '" + name + ":'; it takes " + String.join(" ", names.stream()
                    .map(n -> n + ":").toList()) + Spelling.didYouMean(name, names).replace("'?", ":'?");
        }

        private static String quoted(String message) {
            return message.replaceFirst("(?s)^[^']*'([^']*)'.*", "$1");
        }

        private static List<String> names(MethodCallExpression call) {
            return call.getMethodTarget() == null ? targetNames(call) : Vocabulary.names(call.getMethodTarget());
        }

        private static List<String> targetNames(MethodCallExpression call) {
            Object target = call.getNodeMetaData(StaticTypesMarker.DIRECT_METHOD_CALL_TARGET);
            return target instanceof MethodNode m ? Vocabulary.names(m) : List.of();
        }
    }
}
