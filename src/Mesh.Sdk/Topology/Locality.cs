using System.Diagnostics.CodeAnalysis;

namespace Mesh.Sdk.Topology;

/// <summary>Where a workload runs: region, zone and sub-zone. Compares exactly, as Istio does: case matters and empty equals empty.</summary>
/// <remarks>
/// The text form joins the parts with <c>/</c>, as in <c>eu-west-2/eu-west-2a/rack-3</c>, and has no trailing empty parts.
/// Source: Istio, <c>destination_rule.proto</c>, message <c>LocalityLoadBalancerSetting</c>.
/// </remarks>
public readonly record struct Locality : IParsable<Locality>
{
    private readonly string? _region;
    private readonly string? _zone;
    private readonly string? _subZone;

    /// <summary>Makes a locality that names only a region.</summary>
    public Locality(string region)
        : this(region, "", "")
    {
    }

    /// <summary>Makes a locality that names a region and a zone.</summary>
    public Locality(string region, string zone)
        : this(region, zone, "")
    {
    }

    /// <summary>Makes a locality from its three parts; an empty part is a missing one.</summary>
    public Locality(string region, string zone, string subZone)
    {
        ArgumentNullException.ThrowIfNull(region);
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentNullException.ThrowIfNull(subZone);
        _region = region;
        _zone = zone;
        _subZone = subZone;
    }

    /// <summary>Gets the region, such as <c>eu-west-2</c>; empty if missing.</summary>
    public string Region => _region ?? "";

    /// <summary>Gets the zone, such as <c>eu-west-2a</c>; empty if missing.</summary>
    public string Zone => _zone ?? "";

    /// <summary>Gets the sub-zone, such as <c>rack-3</c>; empty if missing.</summary>
    public string SubZone => _subZone ?? "";

    /// <summary>Gets whether all three parts are missing.</summary>
    public bool IsEmpty => Region.Length + Zone.Length + SubZone.Length == 0;

    /// <summary>Splits a text at <c>/</c>. Missing parts are empty; parts after the third are dropped, as Istio drops them.</summary>
    public static Locality Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        return new(parts[0], parts.Length > 1 ? parts[1] : "", parts.Length > 2 ? parts[2] : "");
    }

    /// <summary>
    /// Reads the value of the pod label <c>topology.istio.io/locality</c> (or <c>istio-locality</c>): a value without
    /// <c>/</c>, which a label can't hold, has <c>.</c> in its place.
    /// </summary>
    public static Locality ParseLabel(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Parse(value.Contains('/', StringComparison.Ordinal) ? value : value.Replace('.', '/'));
    }

    /// <summary>Splits a text at <c>/</c>; false only for <see langword="null"/>, since every text is a locality.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Locality locality)
    {
        locality = text is null ? default : Parse(text);
        return text is not null;
    }

    /// <inheritdoc/>
    static Locality IParsable<Locality>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <inheritdoc/>
    static bool IParsable<Locality>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Locality result) =>
        TryParse(s, out result);

    /// <inheritdoc/>
    public bool Equals(Locality other) => Region == other.Region && Zone == other.Zone && SubZone == other.SubZone;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Region, Zone, SubZone);

    /// <summary>Returns the text form, without trailing empty parts.</summary>
    public override string ToString() => $"{Region}/{Zone}/{SubZone}".TrimEnd('/');
}
