package roadcase.script;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.AnnotationNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.*;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * A gig's script is plain: no imports, annotations or classes of its own. Annotations can run code while compiling or
 * switch the checks off, so this looks before anything else does.
 */
final class Plain extends CompilationCustomizer {
    private static final ClassNode PRINTED = ClassHelper.make(Printed.class);
    private static final List<String> PRINTS = List.of("println", "print");

    Plain() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit source, GeneratorContext context, ClassNode type) {
        ModuleNode module = source.getAST();
        if (module.hasPackageName())
            refuse(source, module.getPackage(), "a script has no 'package' line: take it away");
        imports(source, module.getImports());
        imports(source, module.getStarImports());
        imports(source, module.getStaticImports().values());
        imports(source, module.getStaticStarImports().values());
        for (MethodNode own : module.getMethods())
            if (own.getLineNumber() > 0 && Set.of("main", "run").contains(own.getName()))
                refuse(source, own, "a script begins at its first line and has no '" + own.getName()
                        + "': choose another name");
        if (!type.isScript())
            refuse(source, type, type.getName().contains("$")
                    ? "a script makes no classes of its own: write { ... } instead"
                    : "a script has no classes of its own: put '" + type.getNameWithoutPackage()
                    + "' into lib/" + type.getNameWithoutPackage() + ".groovy beside it");
        new Visitor(source).visitClass(type);
    }

    private static void imports(SourceUnit source, Collection<ImportNode> imports) {
        for (ImportNode i : imports)
            refuse(source, i, "a script imports nothing: all words are there already, and classes in lib/ beside"
                    + " the gig need no import");
    }

    static void refuse(SourceUnit source, ASTNode node, String sentence) {
        // What has no place was not written by the player but put there by the compiler.
        if (node.getLineNumber() <= 0) return;
        source.getErrorCollector().addErrorAndContinue(Told.at(node, sentence, source));
    }

    private static final class Visitor extends ClassCodeVisitorSupport {
        private final SourceUnit source;

        Visitor(SourceUnit source) {
            this.source = source;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return source;
        }

        @Override
        public void visitAnnotations(AnnotatedNode node) {
            for (AnnotationNode a : node.getAnnotations())
                refuse(source, a, "a script has no @annotations: take '@" + a.getClassNode().getNameWithoutPackage()
                        + "' away");
        }

        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            for (var parameter : method.getParameters()) visitAnnotations(parameter);
            super.visitConstructorOrMethod(method, isConstructor);
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            visitAnnotations(declaration);
            super.visitDeclarationExpression(declaration);
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            if (closure.getParameters() != null)
                for (var parameter : closure.getParameters()) visitAnnotations(parameter);
            super.visitClosureExpression(closure);
        }

        @Override
        public void visitMethodPointerExpression(MethodPointerExpression pointer) {
            refuse(source, pointer, "a script has no method pointers (.& and ::): write { ... } instead");
            super.visitMethodPointerExpression(pointer);
        }

        @Override
        public void visitAttributeExpression(AttributeExpression attribute) {
            refuse(source, attribute, "'.@' looks behind the words of the language: write a plain dot");
            super.visitAttributeExpression(attribute);
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            if (call.isImplicitThis() && PRINTS.contains(String.valueOf(call.getMethodAsString()))) {
                ClassExpression printed = new ClassExpression(PRINTED);
                printed.setSourcePosition(call.getMethod());
                call.setObjectExpression(printed);
                call.setImplicitThis(false);
            } else if (call.getMethodAsString() == null) {
                refuse(source, call.getMethod(), "the word after the dot must be written out, not put together");
            }
            super.visitMethodCallExpression(call);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            if (property.getPropertyAsString() == null)
                refuse(source, property.getProperty(), "the word after the dot must be written out, not put together");
            super.visitPropertyExpression(property);
        }
    }
}
