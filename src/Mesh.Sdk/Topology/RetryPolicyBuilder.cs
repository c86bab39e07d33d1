using Mesh.Sdk.Resources;

namespace Mesh.Sdk.Topology;

/// <summary>Declares when a request is tried again.</summary>
public sealed class RetryPolicyBuilder
{
    private RetryPolicy _retries;

    internal RetryPolicyBuilder(int attempts) => _retries = new() { Attempts = attempts };

    /// <summary>Sets how long one try may take, at least 1 ms.</summary>
    public RetryPolicyBuilder WithPerTryTimeout(TimeSpan timeout)
    {
        _retries = _retries with { PerTryTimeout = timeout };
        return this;
    }

    /// <summary>Sets the conditions, such as <c>5xx</c>, <c>connect-failure</c> or <c>503</c>; the last call wins.</summary>
    public RetryPolicyBuilder WithConditions(params string[] conditions)
    {
        _retries = _retries with { RetryOn = Require.Texts(conditions).ToEquatableList() };
        return this;
    }

    /// <summary>Lets tries leave the localities that failed.</summary>
    public RetryPolicyBuilder WithRemoteLocalities()
    {
        _retries = _retries with { RetryRemoteLocalities = true };
        return this;
    }

    internal RetryPolicy Build() => _retries;
}
