using Mesh.Sdk.Diagnostics;

namespace Mesh.Sdk.Analysis.Security;

/// <summary>A path template has the operators {*} and {**} only.</summary>
internal sealed class PathTemplateIsSupported : Rule<PolicyValues>
{
    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2693",
        DiagnosticSeverity.Error,
        "The path '{0}' is a template, which can't have named variables, '*' or '**' beside {{*}} and {{**}}.",
        "Write {{*}} for one segment and {{**}} for any number of them.");

    public override void Check(PolicyValues value, Place place)
    {
        for (int i = 0; i < value.Values.Count; i++)
        {
            if (value.IsPaths && value.Values[i] is { } path && !IsSupported(path))
            {
                place.Item(i).Report(Descriptor, path);
            }
        }
    }

    private static bool IsSupported(string path)
    {
        string rest = path.Replace("{*}", "x", StringComparison.Ordinal).Replace("{**}", "x", StringComparison.Ordinal);
        return rest == path
            || !(rest.Contains('{', StringComparison.Ordinal) || rest.Contains("/*", StringComparison.Ordinal) || rest.Contains("*/", StringComparison.Ordinal));
    }
}
