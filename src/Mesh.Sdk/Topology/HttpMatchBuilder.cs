using System.Runtime.CompilerServices;

namespace Mesh.Sdk.Topology;

/// <summary>Declares conditions on a request, all of which must hold.</summary>
public sealed class HttpMatchBuilder
{
    private HttpMatch _match = new();

    internal HttpMatchBuilder()
    {
    }

    /// <summary>Asks for this path.</summary>
    public HttpMatchBuilder OnPath(string path) => OnPath(TextMatchKind.Exact, path);

    /// <summary>Asks for a path that begins so.</summary>
    public HttpMatchBuilder OnPathPrefix(string prefix) => OnPath(TextMatchKind.Prefix, prefix);

    /// <summary>Matches paths by a regular expression (RE2) over the whole path.</summary>
    public HttpMatchBuilder OnPathMatching(string regex) => OnPath(TextMatchKind.Regex, regex);

    /// <summary>Asks for a method, such as <c>GET</c>.</summary>
    public HttpMatchBuilder OnMethod(string method)
    {
        Require.Text(method);
        _match = _match with { Method = new(TextMatchKind.Exact, method) };
        return this;
    }

    /// <summary>Asks for a header with this value.</summary>
    public HttpMatchBuilder OnHeader(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return OnHeader(name, new TextMatch(TextMatchKind.Exact, value));
    }

    /// <summary>Asks for a header that meets a condition.</summary>
    public HttpMatchBuilder OnHeader(string name, TextMatch condition)
    {
        Require.Text(name);
        ArgumentNullException.ThrowIfNull(condition);
        _match = _match with { Headers = _match.Headers.With(name.ToLowerInvariant(), condition) };
        return this;
    }

    /// <summary>Asks for a port of the service.</summary>
    public HttpMatchBuilder OnPort(int port)
    {
        _match = _match with { Port = port };
        return this;
    }

    internal HttpMatch Build() => _match;

    private HttpMatchBuilder OnPath(TextMatchKind kind, string value, [CallerMemberName] string? call = null)
    {
        Require.Text(value, nameof(value), call);
        _match = _match with { Path = new(kind, value) };
        return this;
    }
}
