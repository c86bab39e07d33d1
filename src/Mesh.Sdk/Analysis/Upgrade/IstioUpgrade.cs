using Mesh.Sdk.Istio;
using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>Brings objects written for old releases of Istio, from 2020 on, to a chosen one. Tells each change of meaning.</summary>
public static class IstioUpgrade
{
    /// <summary>Brings objects to a release.</summary>
    /// <param name="resources">The objects, typed or untyped. Typed ones have lost the API version of their text.</param>
    /// <param name="options">The release, and which meaning is kept where both are defensible.</param>
    public static UpgradedResources ToVersion(ResourceSet resources, UpgradeOptions options)
    {
        ArgumentNullException.ThrowIfNull(resources);
        ArgumentNullException.ThrowIfNull(options);
        return new Upgrader(resources, options).Run();
    }

    /// <summary>Brings the objects of a text to a release.</summary>
    /// <param name="text">YAML or JSON.</param>
    /// <param name="source">Names the text in findings, usually a file path.</param>
    /// <param name="options">The release, and which meaning is kept where both are defensible.</param>
    /// <returns>The objects that could be read. What is wrong with the text is in the report.</returns>
    public static UpgradedResources Read(string text, string source, UpgradeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        SourcedResources read = new ResourceReader(ResourceKinds.None).ReadWithPositions(text, source);
        UpgradedResources upgraded = ToVersion(read.Resources, options with { Sources = options.Sources.Merge(read.Sources) });
        return upgraded with { Report = read.Report.Merge(upgraded.Report) };
    }

    /// <summary>Gets the API versions that a release serves.</summary>
    internal static TargetVersions VersionsOf(IstioVersion target) =>
        target >= new IstioVersion(1, 22)
            ? TargetVersions.Current
            : TargetVersions.Current.With("networking.istio.io", "v1beta1").With("security.istio.io", "v1beta1").With("telemetry.istio.io", "v1alpha1");

    /// <summary>Gets the type that an object of the text has today.</summary>
    internal static ResourceKind? KindOf(UntypedValue tree) =>
        tree.Fields["apiVersion"]?.Text is { } apiVersion && tree.Fields["kind"]?.Text is { } kind ? MeshKinds.All.Find(apiVersion, kind) : null;
}
