using Mesh.Sdk.Diagnostics;
using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Schemas;

/// <summary>An object of one of Istio's groups is of a kind that Istio has.</summary>
internal sealed class KindExists : Rule<IResource>
{
    /// <summary>The group of what <c>istioctl install</c> reads, which no API server needs to know.</summary>
    private const string InstallGroup = "install.istio.io";

    private const string ListEnding = "List";

    private static readonly HashSet<string> Kinds = [.. IstioKinds.All.All.Select(kind => kind.Name)];

    public override DiagnosticDescriptor Descriptor { get; } = new(
        "MESH2069",
        DiagnosticSeverity.Error,
        "Istio has no kind '{0}' ({1}), so the API server refuses the object, and no rule can look at it.",
        "Correct kind and apiVersion, or upgrade the object if its kind is of an old release.{2}");

    public override void Check(IResource value, Place place)
    {
        if (value is UntypedResource { Type: { Group: not InstallGroup } type }
            && type.Group.EndsWith(".istio.io", StringComparison.Ordinal)
            && !Kinds.Contains(type.Name)
            && !IsList(type.Name))
        {
            place.Field("kind").Report(Descriptor, type.Name, type.ApiVersion, Suggestion.For(type.Name, Kinds));
        }
    }

    private static bool IsList(string kind) => kind.EndsWith(ListEnding, StringComparison.Ordinal) && Kinds.Contains(kind[..^ListEnding.Length]);
}
