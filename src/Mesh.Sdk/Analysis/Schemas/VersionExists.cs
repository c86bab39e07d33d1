using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>A kind of Istio is of a version that it has; another is read without types, and most rules do not see it.</summary>
internal sealed class VersionExists : Rule<IResource>
{
    private static readonly ILookup<string, ResourceKind> KindsByName = IstioKinds.All.All.ToLookup(kind => kind.Name, StringComparer.Ordinal);

    private static readonly HashSet<string> Groups = [.. IstioKinds.All.All.Select(kind => kind.Group)];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2068",
        DiagnosticSeverity.Error,
        "{0} has no apiVersion '{1}', and the API server refuses it; most rules can't look at it.",
        "Give {2}.{3}");

    public override void Check(IResource value, Place place)
    {
        if (value is not UntypedResource || !KindsByName.Contains(value.Type.Name) || !IsMeantForIstio(value.Type.Group))
        {
            return;
        }

        string[] versions = [.. KindsByName[value.Type.Name].SelectMany(kind => kind.ReadableVersions.Select(version => $"{kind.Group}/{version}"))];
        if (!versions.Contains(value.Type.ApiVersion, StringComparer.Ordinal))
        {
            string hint = Suggestion.For(value.Type.ApiVersion, versions);
            place.Field("apiVersion").Report(Descriptor, value.Type.Name, value.Type.ApiVersion, string.Join(" or ", versions), hint);
        }
    }

    private static bool IsMeantForIstio(string group) =>
        Groups.Contains(group) || group.EndsWith(".istio.io", StringComparison.Ordinal) || Suggestion.Nearest(group, Groups) is not null;
}
