using Mesh.Sdk.Analysis.Indices;
using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.References;

/// <summary>The namespaces that a policy speaks of are there.</summary>
internal sealed class SourceNamespaceExists : Rule<InContext<AuthorizationPolicy>>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2887",
        DiagnosticSeverity.Error,
        "There is no namespace '{0}', so the rule never fits.",
        "Correct the namespace.") { IstioCode = "IST0101" };

    public override void Check(InContext<AuthorizationPolicy> value, Place place)
    {
        if (!value.Context.SeesPlatform || NamespaceIndex.Of(value.Context).All.Count == 0)
        {
            return;
        }

        EquatableList<AuthorizationRule> rules = value.Resource.Spec?.Rules ?? default;
        for (int i = 0; i < rules.Count; i++)
        {
            for (int j = 0; j < rules[i]?.From.Count; j++)
            {
                Place at = place.Field("spec").Field("rules").Item(i).Field("from").Item(j).Field("source");
                Check(rules[i].From[j]?.Source?.Namespaces ?? default, value.Context, at.Field("namespaces"));
                Check(rules[i].From[j]?.Source?.NotNamespaces ?? default, value.Context, at.Field("notNamespaces"));
            }
        }
    }

    private static bool Fits(string name, string pattern) => pattern switch
    {
        "*" => true,
        ['*', .. var end] => name.EndsWith(end, StringComparison.Ordinal),
        [.. var start, '*'] => name.StartsWith(start, StringComparison.Ordinal),
        _ => name.Equals(pattern, StringComparison.OrdinalIgnoreCase),
    };

    private void Check(EquatableList<string> patterns, AnalysisContext context, Place place)
    {
        for (int i = 0; i < patterns.Count; i++)
        {
            if (patterns[i] is { } pattern && !NamespaceIndex.Of(context).All.Any(name => Fits(name, pattern)))
            {
                place.Item(i).Report(Descriptor, pattern);
            }
        }
    }
}
