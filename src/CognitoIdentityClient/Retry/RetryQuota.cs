namespace CognitoIdentity;

/// <summary>
/// The tokens that a client may spend on retries. They run out while most calls fail, so that retries do not add to the load of a service
/// that is down, and come back as calls succeed.
/// </summary>
internal sealed class RetryQuota(int tokens = RetryQuota.Capacity)
{
    public const int Capacity = 500;
    public const int TransientCost = 14;
    public const int ThrottlingCost = 5;

    // The tokens that a success without a retry gives back.
    public const int NoRetryIncrement = 1;

    private readonly object _gate = new();
    private int _tokens = tokens;

    public int Tokens
    {
        get
        {
            lock (_gate)
            {
                return _tokens;
            }
        }
    }

    /// <summary>Takes the cost of a retry, or nothing if there is not enough left.</summary>
    public bool TryTake(int cost)
    {
        lock (_gate)
        {
            if (_tokens < cost)
            {
                return false;
            }

            _tokens -= cost;
            return true;
        }
    }

    public void GiveBack(int tokens)
    {
        lock (_gate)
        {
            _tokens = Math.Min(_tokens + tokens, Capacity);
        }
    }
}
