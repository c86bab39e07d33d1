using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Analysis.Upgrade;

/// <summary>What old objects are brought to, and which meaning is kept where both are defensible.</summary>
public sealed record UpgradeOptions
{
    private readonly IstioVersion _target = IstioVersion.Current;

    /// <summary>Gets the release that the objects are brought to.</summary>
    /// <value>At least <see cref="IstioVersion.Oldest"/>; <see cref="IstioVersion.Current"/> by default.</value>
    public IstioVersion Target
    {
        get => _target;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, IstioVersion.Oldest);
            _target = value;
        }
    }

    /// <summary>Gets what <c>consecutiveErrors</c> becomes.</summary>
    public ConsecutiveErrorsMeaning ConsecutiveErrors { get; init; }

    /// <summary>Gets whether a missing <c>maxEjectionPercent</c> is written as 100, so that the first host, and any other, can be ejected again.</summary>
    /// <value><see langword="false"/> by default: it is only reported, as 100 may also empty a service.</value>
    public bool WritesMaxEjectionPercent { get; init; }

    /// <summary>Gets the namespace whose objects apply to the whole mesh.</summary>
    public string RootNamespace { get; init; } = "istio-system";

    /// <summary>Gets where the objects were read, which gives findings their position.</summary>
    public SourceMap Sources { get; init; } = SourceMap.Empty;
}
